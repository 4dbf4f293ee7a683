package io.trafficgen.web;

import io.trafficgen.domain.money.Money;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Things as a table (RFC 4180), written as they are read: memory holds one part of them.
 *
 * @param row the cells of a thing, as many as the header has; amounts stand as they are, all else
 *     as text
 */
record CsvTable<T>(List<String> header, Function<T, List<Object>> row) {
  static final String TYPE = "text/csv";

  private static final Logger LOG = LoggerFactory.getLogger(CsvTable.class);

  /** What makes a spreadsheet take a cell for a formula (security page, 5.1). */
  private static final Pattern FORMULA = Pattern.compile("[=+\\-@\\t\\r]");

  /** Tells the servlet container to break the connection off. */
  private static final int ABORT = -1;

  CsvTable {
    header = List.copyOf(header);
  }

  void write(Iterator<T> things, String fileName, HttpServletResponse response) {
    response.setContentType(TYPE + "; charset=utf-8");
    response.setHeader("Content-Disposition", "attachment; filename=\"" + fileName + "\"");
    try {
      print(things, response);
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

  private void print(Iterator<T> things, HttpServletResponse response) throws IOException {
    Writer out = new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8);
    CSVPrinter table = new CSVPrinter(out, CSVFormat.RFC4180);
    table.printRecord(header);
    while (things.hasNext()) {
      table.printRecord(row.apply(things.next()).stream().map(CsvTable::cell));
    }
    table.flush();
  }

  private static String cell(Object value) {
    return value instanceof Money amount ? amount.toString() : cell(value.toString());
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
