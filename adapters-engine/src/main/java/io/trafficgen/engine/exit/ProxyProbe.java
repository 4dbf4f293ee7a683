package io.trafficgen.engine.exit;

import io.trafficgen.application.port.ExitProbe;
import io.trafficgen.domain.exit.Exit;
import io.trafficgen.domain.exit.ProxyAddress;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.Optional;

/** Connects to the proxy and greets it, with our credentials; no site is asked for. */
public final class ProxyProbe implements ExitProbe {
  private final int millis;

  /**
   * @param patience for the connection, and for each answer
   */
  public ProxyProbe(Duration patience) {
    this.millis = (int) patience.toMillis();
  }

  @Override
  public Optional<String> problem(Exit exit) {
    return exit.proxy().flatMap(this::problem);
  }

  private Optional<String> problem(ProxyAddress proxy) {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(proxy.host(), proxy.port()), millis);
      ProxyDialogue.begin(socket, proxy, millis, (dialogue, in, out) -> dialogue.greet(in, out));
      return Optional.empty();
    } catch (NoExitException e) {
      return Optional.of(String.valueOf(e.getMessage()));
    } catch (IOException e) {
      return Optional.of("no connection to the proxy " + proxy);
    }
  }
}
