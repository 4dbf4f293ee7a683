package io.trafficgen.bootstrap;

import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.Set;
import java.util.stream.Collectors;

/** Addresses of this machine, which no page may lead to even where they are public. */
final class OwnAddresses {
  private OwnAddresses() {}

  /** Those of all interfaces, as they are at start (security page, 5.2, point 3). */
  static Set<InetAddress> now() {
    try {
      return NetworkInterface.networkInterfaces()
          .flatMap(NetworkInterface::inetAddresses)
          .collect(Collectors.toUnmodifiableSet());
    } catch (SocketException e) {
      throw new StartRefusedException("the network interfaces cannot be listed: " + e, e);
    }
  }
}
