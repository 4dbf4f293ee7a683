package io.trafficgen.web;

import io.trafficgen.domain.visit.ChargedHit;
import io.trafficgen.web.shape.HitJson;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hits as a table (RFC 4180), one row a page, written as it is read: memory holds one part of it.
 */
final class HitsCsv {
  static final String TYPE = "text/csv";

  private static final Logger LOG = LoggerFactory.getLogger(HitsCsv.class);

  private static final List<String> HEADER =
      List.of(
          "ts",
          "id",
          "visit_id",
          "page",
          "url",
          "country",
          "ip",
          "device",
          "browser",
          "status",
          "duration_ms",
          "bytes",
          "blocked_requests",
          "charged");

  /** What makes a spreadsheet take a cell for a formula (security page, 5.1). */
  private static final Pattern FORMULA = Pattern.compile("[=+\\-@\\t\\r]");

  /** Tells the servlet container to break the connection off. */
  private static final int ABORT = -1;

  private HitsCsv() {}

  static void write(Iterator<ChargedHit> hits, String fileName, HttpServletResponse response) {
    response.setContentType(TYPE + "; charset=utf-8");
    response.setHeader("Content-Disposition", "attachment; filename=\"" + fileName + "\"");
    try {
      print(hits, response);
    } catch (IOException e) {
      // The reader has left: there is nobody to tell.
    } catch (RuntimeException e) {
      if (!response.isCommitted()) {
        response.resetBuffer();
        response.setHeader("Content-Disposition", null);
        throw e;
      }
      // A table that ends early must not look whole.
      LOG.warn("{} broke off: {}", fileName, e.toString());
      abort(response);
    }
  }

  private static void print(Iterator<ChargedHit> hits, HttpServletResponse response)
      throws IOException {
    Writer out = new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8);
    CSVPrinter table = new CSVPrinter(out, CSVFormat.RFC4180);
    table.printRecord(HEADER);
    while (hits.hasNext()) {
      table.printRecord(row(hits.next()).stream().map(HitsCsv::cell));
    }
    table.flush();
  }

  private static List<String> row(ChargedHit charged) {
    HitJson hit = HitJson.of(charged.hit());
    return List.of(
        Json.time(hit.ts()),
        hit.id().toString(),
        hit.visitId().toString(),
        Integer.toString(hit.page()),
        hit.url(),
        hit.country().orElse(""),
        hit.ip().orElse(""),
        hit.device(),
        hit.browser(),
        Integer.toString(hit.status()),
        Long.toString(hit.durationMs()),
        Long.toString(hit.bytes()),
        Integer.toString(hit.blockedRequests()),
        Boolean.toString(charged.charged()));
  }

  /** Text that a spreadsheet shows and does not run. */
  static String cell(String text) {
    return FORMULA.matcher(text).lookingAt() ? "'" + text : text;
  }

  private static void abort(HttpServletResponse response) {
    try {
      response.sendError(ABORT);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
