package io.trafficgen.web;

import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.servlet.JavalinServlet;
import io.javalin.http.servlet.ServletEntry;
import io.trafficgen.web.live.LiveStream;
import io.trafficgen.web.security.SecurityHeaders;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import kotlin.LazyKt;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.eclipse.jetty.util.thread.VirtualThreadPool;

/** The HTTP server: routes, the error table around them, and an orderly end. */
public final class WebServer implements AutoCloseable {
  private static final int THREADS = 64;

  private static final int IDLE_THREADS = 8;

  /** Requests at once, streams included; each has a virtual thread. */
  private static final int REQUESTS = 10_000;

  private static final Duration DRAIN = Duration.ofSeconds(30);
  private static final String LIVENESS = "/health/live";

  private final Javalin javalin;
  private final LiveStream stream;
  private final Gate gate;
  private final RouteTable table;
  private final RequestMetrics metrics;
  private final SecurityHeaders headers;
  private volatile boolean draining;

  /**
   * Makes the server; {@link #start} opens its port.
   *
   * @param problems the error table
   * @param stream ended first when the server closes
   * @param edge what stands around all routes
   */
  public WebServer(List<RouteGroup> groups, Problems problems, LiveStream stream, Edge edge) {
    this.stream = stream;
    this.gate = new Gate(edge, problems);
    this.table = RouteTable.of(groups, gate::guard);
    this.metrics = new RequestMetrics(edge.meters());
    this.headers = new SecurityHeaders(edge.https());
    this.javalin = Javalin.create(config -> configure(config, problems));
    // Made at start otherwise, while somebody waits for the port.
    javalin.jettyServer().server();
  }

  /**
   * Opens the port.
   *
   * @param loopback whether only this machine may connect
   * @param port 0 for a free one
   */
  public void start(boolean loopback, int port) {
    javalin.start(loopback ? "127.0.0.1" : "0.0.0.0", port);
  }

  /** The port that is open. */
  public int port() {
    return javalin.port();
  }

  /** Refuses what comes from now on; streams go on. */
  public void drain() {
    draining = true;
  }

  /** Refuses what comes, ends the streams, waits up to 30 s for what runs, then closes the port. */
  @Override
  public void close() {
    drain();
    stream.close();
    javalin.stop();
  }

  private void configure(JavalinConfig config, Problems problems) {
    config.startup.showJavalinBanner = false;
    config.startup.showOldJavalinVersionWarning = false;
    config.startup.startupWatcherEnabled = false;
    config.http.prefer405over404 = true;
    config.http.defaultContentType = Route.JSON;
    // A strong ETag names bytes, and a stream must not wait for a block to fill.
    config.http.compressionStrategy = CompressionStrategy.NONE;
    // Without this Javalin answers WebSocket handshakes itself, past the error table.
    config.unsafe.servlet =
        LazyKt.lazy(() -> new ServletEntry(null, new JavalinServlet(config.unsafe)));
    config.jetty.threadPool = threads();
    config.jetty.modifyServer(server -> harden(server, problems));
    config.jetty.modifyHttpConfiguration(this::harden);
    config.jetty.modifyServletContextHandler(
        handler -> handler.setErrorHandler(new ServerProblems(problems, headers)));
    config.routes.exception(Exception.class, (e, ctx) -> problems.write(ctx, problems.of(e)));
    // Javalin has a handler of its own for these, which would win.
    config.routes.exception(
        HttpResponseException.class, (e, ctx) -> problems.write(ctx, problems.of(e)));
    config.routes.before(this::admit);
    config.routes.after(ctx -> fillIn(ctx, problems));
    config.routes.after(metrics::end);
    table.endpoints().forEach(config.routes::addEndpoint);
  }

  private static QueuedThreadPool threads() {
    // Jetty's own queue would start all of JMX to learn the width of a cache line.
    QueuedThreadPool threads =
        new QueuedThreadPool(THREADS, IDLE_THREADS, new LinkedBlockingQueue<>());
    threads.setName("web");
    threads.setVirtualThreadsExecutor(new VirtualThreadPool(REQUESTS));
    return threads;
  }

  private void harden(Server server, Problems problems) {
    server.setStopTimeout(DRAIN.toMillis());
    server.setErrorHandler(new ServerProblems(problems, headers));
    server.insertHandler(new GracefulHandler());
  }

  private void harden(HttpConfiguration http) {
    http.setUriCompliance(UriCompliance.DEFAULT);
    http.addCustomizer(headers);
  }

  private void admit(Context ctx) {
    metrics.start(ctx);
    gate.mark(ctx);
    if (draining && !ctx.path().equals(LIVENESS)) {
      throw RefusedException.unavailable("the server is stopping");
    }
    gate.admit(ctx, table);
  }

  /**
   * What ended with a bare status, such as a broken connection or a fatal error, gets its words.
   */
  private static void fillIn(Context ctx, Problems problems) {
    if (ctx.statusCode() >= 400 && ctx.resultInputStream() == null && !ctx.res().isCommitted()) {
      problems.write(ctx, problems.ofStatus(ctx.statusCode()));
    }
  }
}
