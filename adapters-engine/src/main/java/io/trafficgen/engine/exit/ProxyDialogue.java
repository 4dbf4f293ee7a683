package io.trafficgen.engine.exit;

import io.trafficgen.domain.exit.ProxyAddress;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Socket;

/** What is said to a proxy on a fresh connection to it. */
interface ProxyDialogue {
  static ProxyDialogue of(ProxyAddress proxy) {
    return switch (proxy.kind()) {
      case HTTP -> new HttpConnectDialogue(proxy.credentials());
      case SOCKS5 -> new SocksDialogue(proxy.credentials());
    };
  }

  /** Learns whether the proxy serves us, and asks for nothing beyond it. */
  void greet(InputStream in, OutputStream out) throws IOException;

  /**
   * Has the proxy connect to {@code target}; what follows on the connection is the target's.
   *
   * @param target resolved: the proxy gets the address that was checked, and resolves nothing
   * @throws NoExitException if the proxy fails
   * @throws ConnectException if another address of the same site may do better; its cause is a
   *     {@link NoExitException} unless the proxy says that it is the site which cannot be reached
   */
  void open(InetSocketAddress target, InputStream in, OutputStream out) throws IOException;

  /**
   * Connects {@code socket} to the proxy and talks to it.
   *
   * @param millis for the connection, and for each answer
   */
  static void begin(Socket socket, ProxyAddress proxy, int millis, Talk talk) throws IOException {
    int before = socket.getSoTimeout();
    socket.setSoTimeout(millis);
    try {
      talk.with(of(proxy), socket.getInputStream(), socket.getOutputStream());
    } catch (NoExitException | ConnectException e) {
      throw e;
    } catch (IOException e) {
      throw new NoExitException("the proxy " + proxy + " broke off: " + e.getMessage(), e);
    }
    socket.setSoTimeout(before);
  }

  /** What to say. */
  interface Talk {
    void with(ProxyDialogue dialogue, InputStream in, OutputStream out) throws IOException;
  }
}
