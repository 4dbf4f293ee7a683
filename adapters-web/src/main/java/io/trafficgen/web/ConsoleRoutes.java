package io.trafficgen.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Supplier;

/** Files of the jar that everybody may read: the console, the contract. */
public final class ConsoleRoutes implements RouteGroup {
  private static final String HTML = "text/html";

  @Override
  public List<Route> routes() {
    return List.of(
        file("/openapi.yaml", "application/yaml", "/openapi.yaml"),
        content("/docs", HTML, () -> Docs.PAGE),
        file("/", HTML, "/console/index.html"),
        file("/live.js", "text/javascript", "/console/live.js"),
        file("/payments.js", "text/javascript", "/console/payments.js"),
        file("/mailed.js", "text/javascript", "/console/mailed.js"),
        file("/affiliate.js", "text/javascript", "/console/affiliate.js"),
        file("/api.js", "text/javascript", "/console/api.js"),
        file("/style.css", "text/css", "/console/style.css"),
        file("/icon.svg", "image/svg+xml", "/console/icon.svg"));
  }

  /** Written when somebody reads it first: a start has no time for it. */
  private static final class Docs {
    static final byte[] PAGE =
        ApiPage.of(new String(read("/openapi.yaml"), StandardCharsets.UTF_8))
            .getBytes(StandardCharsets.UTF_8);
  }

  private static Route file(String path, String type, String resource) {
    byte[] content = read(resource);
    return content(path, type, () -> content);
  }

  private static Route content(String path, String type, Supplier<byte[]> content) {
    return Route.get(
        path, type, ctx -> ctx.contentType(type + ";charset=utf-8").result(content.get()));
  }

  private static byte[] read(String resource) {
    try (InputStream in = ConsoleRoutes.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException(resource + " is not in the jar");
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
