package io.trafficgen.engine;

import io.trafficgen.domain.exit.ProxyAddress;
import io.trafficgen.engine.exit.Tunnels;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.http.HttpClientConnection;
import org.apache.http.HttpHost;
import org.apache.http.config.ConnectionConfig;
import org.apache.http.config.MessageConstraints;
import org.apache.http.conn.ConnectionRequest;
import org.apache.http.conn.routing.HttpRoute;
import org.apache.http.impl.conn.PoolingHttpClientConnectionManager;
import org.apache.http.protocol.HttpContext;

/**
 * The connections of this process, kept alive from load to load. One that was dialled under a rule
 * serves requests under the same rule only; cookies and identity belong to requests, so nothing of
 * a visit stays on it.
 */
final class SharedConnections {
  /** Less than common servers keep it: one that they close meanwhile would cost a visit. */
  private static final long KEPT_MILLIS = 4_000;

  /** After such a rest it is looked at before it is used again. */
  private static final int RESTED_MILLIS = 100;

  /** What an answer under way to a site may take, before the site closes what it said it keeps. */
  private static final long MARGIN_MILLIS = 500;

  /**
   * A load mostly holds one connection at a time: so many are twice as many as the loads that a
   * worker serves at most ({@code WorkerLaunch.MOST_LOADS}).
   */
  private static final int PER_SITE = 64;

  private static final int TOGETHER = 256;

  /** Apache's own are none; {@link Answers#bound} looks at the sum. */
  private static final MessageConstraints HEADER_BOUNDS =
      MessageConstraints.custom().setMaxLineLength(16_000).setMaxHeaderCount(200).build();

  /** Apache's client dials in the thread that asks, and tells nothing but a name. */
  private static final ThreadLocal<Dial> DIALLED = new ThreadLocal<>();

  private final GuardedDns dns;
  private final GuardedDns strict;
  private final PoolingHttpClientConnectionManager pool;

  /**
   * The rule that a connection is dialled under.
   *
   * @param proxy of the exit
   * @param exempt whether the operator's exemptions hold
   */
  record Way(Optional<ProxyAddress> proxy, boolean exempt) {}

  private record Dial(Way way, URI site) {}

  /**
   * @param millis for each answer of a site
   */
  SharedConnections(GuardedDns dns, int millis) {
    this.dns = dns;
    this.strict = dns.strict();
    this.pool = Tunnels.connections(() -> current().way().proxy(), name -> addresses(), millis);
    pool.setDefaultMaxPerRoute(PER_SITE);
    pool.setMaxTotal(TOGETHER);
    pool.setValidateAfterInactivity(RESTED_MILLIS);
    pool.setDefaultConnectionConfig(
        ConnectionConfig.custom().setMessageConstraints(HEADER_BOUNDS).build());
  }

  /** Refuses what the policy refuses before any name is resolved. */
  void check(URI target, Way way) throws RefusedException {
    dns(way).check(target);
  }

  ConnectionRequest request(HttpRoute route, Way way) {
    return pool.requestConnection(route, way);
  }

  void connect(
      HttpClientConnection connection, HttpRoute route, Way way, int millis, HttpContext context)
      throws IOException {
    DIALLED.set(new Dial(way, site(route)));
    try {
      pool.connect(connection, route, millis, context);
    } finally {
      DIALLED.remove();
    }
  }

  void complete(HttpClientConnection connection, HttpRoute route, HttpContext context)
      throws IOException {
    pool.routeComplete(connection, route, context);
  }

  /**
   * Takes a connection back; of a closed one only its place.
   *
   * @param millis that the site keeps it, negative if it does not say
   */
  void release(HttpClientConnection connection, Way way, long millis) {
    pool.releaseConnection(connection, way, kept(millis), TimeUnit.MILLISECONDS);
  }

  /** Milliseconds, of {@link #release}'s; never zero, which is endless to the pool. */
  static long kept(long millis) {
    return millis < 0 ? KEPT_MILLIS : Math.clamp(millis - MARGIN_MILLIS, 1, KEPT_MILLIS);
  }

  /** Closes what rested too long. */
  void tidy() {
    pool.closeExpiredConnections();
  }

  static URI site(HttpRoute route) {
    HttpHost host = route.getTargetHost();
    return URI.create(host.toURI() + "/");
  }

  private GuardedDns dns(Way way) {
    return way.exempt() ? dns : strict;
  }

  /** What is dialled, or asked of the proxy. */
  private InetAddress[] addresses() throws UnknownHostException {
    try {
      return dns(current().way()).resolve(current().site());
    } catch (UnknownHostException e) {
      throw e;
    } catch (IOException e) {
      UnknownHostException unknown = new UnknownHostException(e.getMessage());
      unknown.initCause(e);
      throw unknown;
    }
  }

  private static Dial current() {
    return Optional.ofNullable(DIALLED.get())
        .orElseThrow(() -> new IllegalStateException("a connection past the guard"));
  }
}
