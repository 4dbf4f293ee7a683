package io.trafficgen.engine;

import io.trafficgen.application.port.PageLoad;
import io.trafficgen.domain.visit.FailureReason;
import io.trafficgen.engine.PageScan.Use;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.apache.http.HttpEntity;
import org.apache.http.HttpResponse;
import org.apache.http.client.methods.HttpGet;
import org.apache.http.entity.ContentType;

/** Reads the answers of one load: documents are scanned as they come, all else is dropped. */
final class PlainReader {
  private static final int BUFFER = 8_192;

  private final PageLoad load;
  private final Loads loads;
  private final LoadBudget budget;
  private final byte[] dropped = new byte[BUFFER];

  PlainReader(PageLoad load, Loads loads, LoadBudget budget) {
    this.load = load;
    this.loads = loads;
    this.budget = budget;
  }

  /** Reads an answer that leads nowhere else. */
  PlainAnswer read(URI url, Use use, HttpGet request, HttpResponse response) throws IOException {
    if (!use.isDocument()) {
      drop(request, response);
      return answer(url, response, Document.NONE);
    }
    if (Answers.isDownload(response)) {
      request.abort();
      throw new RefusedException(FailureReason.CONTENT, "a download");
    }
    Optional<HttpEntity> html =
        Optional.ofNullable(response.getEntity()).filter(PlainReader::isHtml);
    if (html.isEmpty()) {
      drop(request, response);
      return answer(url, response, Document.NONE);
    }
    boolean looked = use == Use.PAGE && load.wishes().mustContain().isPresent();
    return answer(url, response, scan(url, looked, html.get(), request));
  }

  /** Reads a body within its bounds and keeps nothing of it. */
  void drop(HttpGet request, HttpResponse response) throws IOException {
    if (response.getEntity() != null) {
      consume(
          response.getEntity(),
          request,
          body -> {
            int read;
            do {
              read = body.read(dropped, 0, BUFFER);
            } while (read >= 0);
            return true;
          });
    }
  }

  private Document scan(URI url, boolean looked, HttpEntity html, HttpGet request)
      throws IOException {
    Optional<Charset> charset = charset(html);
    PageScan scan = new PageScan(url, looked, loads.bounds().maxOpenTags(), budget::hasExpired);
    String served =
        consume(
            html,
            request,
            body -> {
              InputStream source = body;
              String text = "";
              if (looked) {
                byte[] all = body.readAllBytes();
                text = new String(all, charset.orElse(StandardCharsets.UTF_8));
                source = new ByteArrayInputStream(all);
              }
              scan.read(source, charset.map(Charset::name));
              return text;
            });
    if (scan.isTooDeep()) {
      throw new RefusedException(FailureReason.CONTENT, "elements nested too deep");
    }
    return new Document(Optional.of(scan), served);
  }

  private <T> T consume(HttpEntity entity, HttpGet request, Reading<T> reading) throws IOException {
    Body body = Body.open(entity, budget.bodyLimit());
    try {
      T read = reading.from(body);
      if (body.ends()) {
        body.close();
      } else {
        request.abort();
      }
      return read;
    } catch (IOException | RuntimeException e) {
      // before anything closes the stream, which would read the rest of an endless body
      request.abort();
      throw e;
    } finally {
      budget.received(body.count());
    }
  }

  private PlainAnswer answer(URI url, HttpResponse response, Document document) {
    return new PlainAnswer(
        response.getStatusLine().getStatusCode(),
        url,
        document.scan().map(PageScan::resources).orElse(List.of()),
        document.scan().map(PageScan::links).orElse(List.of()),
        Answers.header(response, "Refresh")
            .flatMap(value -> Refresh.target(url.toString(), value))
            .or(() -> document.scan().flatMap(PageScan::refresh)),
        Answers.retryAfter(response, loads.clock().instant()),
        document.scan().map(scan -> List.of(document.served(), scan.text())).orElse(List.of()));
  }

  /** An answer without a type is taken for HTML, as its bytes mostly say. */
  private static boolean isHtml(HttpEntity entity) {
    ContentType type = ContentType.getLenient(entity);
    return type == null || type.getMimeType().matches("(?i)text/html|application/xhtml\\+xml");
  }

  private static Optional<Charset> charset(HttpEntity entity) {
    return Optional.ofNullable(ContentType.getLenient(entity)).map(ContentType::getCharset);
  }

  private interface Reading<T> {
    T from(Body body) throws IOException;
  }

  /**
   * @param scan of an HTML document
   * @param served its text, if somebody looks into it
   */
  private record Document(Optional<PageScan> scan, String served) {
    static final Document NONE = new Document(Optional.empty(), "");
  }
}
