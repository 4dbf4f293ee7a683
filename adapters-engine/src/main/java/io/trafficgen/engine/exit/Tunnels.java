package io.trafficgen.engine.exit;

import io.trafficgen.domain.exit.ProxyAddress;
import java.net.Socket;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.http.config.RegistryBuilder;
import org.apache.http.config.SocketConfig;
import org.apache.http.conn.DnsResolver;
import org.apache.http.conn.socket.ConnectionSocketFactory;
import org.apache.http.conn.socket.PlainConnectionSocketFactory;
import org.apache.http.conn.ssl.SSLConnectionSocketFactory;
import org.apache.http.impl.conn.PoolingHttpClientConnectionManager;
import org.apache.http.protocol.HttpContext;
import org.apache.http.ssl.SSLContexts;

/** Connections through proxies, and past them; TLS is spoken with the site, by its name. */
public final class Tunnels {
  private Tunnels() {}

  /**
   * @param proxy of the connection that this thread is about to make; empty for a direct one
   * @param resolver judges addresses; what it answers is dialled, or what the proxy is asked for
   * @param millis for each answer of a site
   */
  public static PoolingHttpClientConnectionManager connections(
      Supplier<Optional<ProxyAddress>> proxy, DnsResolver resolver, int millis) {
    PoolingHttpClientConnectionManager connections =
        new PoolingHttpClientConnectionManager(
            RegistryBuilder.<ConnectionSocketFactory>create()
                .register("http", plain(proxy))
                .register("https", secure(proxy))
                .build(),
            resolver);
    connections.setDefaultSocketConfig(
        SocketConfig.custom().setSoTimeout(millis).setTcpNoDelay(true).build());
    return connections;
  }

  private static ConnectionSocketFactory plain(Supplier<Optional<ProxyAddress>> proxy) {
    return new PlainConnectionSocketFactory() {
      @Override
      public Socket createSocket(HttpContext context) {
        return socket(proxy);
      }
    };
  }

  private static ConnectionSocketFactory secure(Supplier<Optional<ProxyAddress>> proxy) {
    return new SSLConnectionSocketFactory(SSLContexts.createDefault()) {
      @Override
      public Socket createSocket(HttpContext context) {
        return socket(proxy);
      }
    };
  }

  private static Socket socket(Supplier<Optional<ProxyAddress>> proxy) {
    return proxy.get().<Socket>map(TunnelSocket::new).orElseGet(Socket::new);
  }
}
