package io.trafficgen.engine.exit;

import io.trafficgen.domain.exit.ProxyAddress;
import java.net.Socket;
import org.apache.http.config.ConnectionConfig;
import org.apache.http.config.MessageConstraints;
import org.apache.http.config.RegistryBuilder;
import org.apache.http.config.SocketConfig;
import org.apache.http.conn.DnsResolver;
import org.apache.http.conn.socket.ConnectionSocketFactory;
import org.apache.http.conn.socket.PlainConnectionSocketFactory;
import org.apache.http.conn.ssl.SSLConnectionSocketFactory;
import org.apache.http.impl.conn.PoolingHttpClientConnectionManager;
import org.apache.http.protocol.HttpContext;
import org.apache.http.ssl.SSLContexts;

/** Connections that all go through one proxy; TLS is spoken with the site, by its name. */
public final class Tunnels {
  /** The client's default has no bound: headers without end would fill the memory. */
  public static final ConnectionConfig BOUNDED_HEADERS =
      ConnectionConfig.custom()
          .setMessageConstraints(
              MessageConstraints.custom().setMaxLineLength(100_000).setMaxHeaderCount(200).build())
          .build();

  /** As HtmlUnit, which does as browsers do. */
  private static final int PER_SITE = 6;

  private Tunnels() {}

  /**
   * @param resolver judges addresses; what it answers is what the proxy is asked for
   * @param millis for each answer of a site
   */
  public static PoolingHttpClientConnectionManager through(
      ProxyAddress proxy, DnsResolver resolver, int millis) {
    PoolingHttpClientConnectionManager connections =
        new PoolingHttpClientConnectionManager(
            RegistryBuilder.<ConnectionSocketFactory>create()
                .register("http", plain(proxy))
                .register("https", secure(proxy))
                .build(),
            resolver);
    connections.setDefaultMaxPerRoute(PER_SITE);
    connections.setDefaultConnectionConfig(BOUNDED_HEADERS);
    connections.setDefaultSocketConfig(SocketConfig.custom().setSoTimeout(millis).build());
    return connections;
  }

  private static ConnectionSocketFactory plain(ProxyAddress proxy) {
    return new PlainConnectionSocketFactory() {
      @Override
      public Socket createSocket(HttpContext context) {
        return new TunnelSocket(proxy);
      }
    };
  }

  private static ConnectionSocketFactory secure(ProxyAddress proxy) {
    return new SSLConnectionSocketFactory(SSLContexts.createDefault()) {
      @Override
      public Socket createSocket(HttpContext context) {
        return new TunnelSocket(proxy);
      }
    };
  }
}
