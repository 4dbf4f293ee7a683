package io.trafficgen.engine.exit;

import io.trafficgen.domain.exit.ProxyAddress;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;

/** A socket that reaches every address through a proxy. */
final class TunnelSocket extends Socket {
  private final ProxyAddress proxy;

  TunnelSocket(ProxyAddress proxy) {
    this.proxy = proxy;
  }

  /** {@inheritDoc} */
  @Override
  public void connect(SocketAddress target, int timeout) throws IOException {
    if (!(target instanceof InetSocketAddress checked) || checked.isUnresolved()) {
      throw new IllegalArgumentException("only checked addresses are asked of a proxy");
    }
    try {
      super.connect(new InetSocketAddress(proxy.host(), proxy.port()), timeout);
    } catch (IOException e) {
      throw new NoExitException("no connection to the proxy " + proxy, e);
    }
    ProxyDialogue.begin(
        this, proxy, timeout, (dialogue, in, out) -> dialogue.open(checked, in, out));
  }
}
