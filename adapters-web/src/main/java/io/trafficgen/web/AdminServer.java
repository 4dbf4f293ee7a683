package io.trafficgen.web;

import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import java.util.function.Supplier;

/** A second port, for whoever runs the server and for this machine alone: {@code /metrics}. */
public final class AdminServer implements AutoCloseable {
  /** Prometheus text format 0.0.4. */
  private static final String TEXT = "text/plain; version=0.0.4; charset=utf-8";

  private final Javalin javalin;

  /**
   * @param metrics written at each request
   */
  public AdminServer(Supplier<String> metrics) {
    javalin =
        Javalin.create(config -> {
          config.startup.showJavalinBanner = false;
          config.startup.showOldJavalinVersionWarning = false;
          config.startup.startupWatcherEnabled = false;
          config.http.compressionStrategy = CompressionStrategy.NONE;
          config.routes.get("/metrics", ctx -> ctx.contentType(TEXT).result(metrics.get()));
        });
  }

  /**
   * Opens the port on loopback.
   *
   * @param port 0 for a free one
   */
  public void start(int port) {
    javalin.start("127.0.0.1", port);
  }

  /** The port that is open. */
  public int port() {
    return javalin.port();
  }

  @Override
  public void close() {
    javalin.stop();
  }
}
