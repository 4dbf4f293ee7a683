package io.trafficgen.bootstrap;

import io.trafficgen.domain.exit.ExitList;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Addresses of this machine, which no page may lead to even where they are public. */
final class OwnAddresses {
  private static final Logger LOG = LoggerFactory.getLogger(OwnAddresses.class);

  private OwnAddresses() {}

  /** {@link #now} and those of our proxies, which are asked by nobody but us. */
  static Set<InetAddress> with(ExitList exits) {
    Stream<InetAddress> proxies =
        exits.exits().stream()
            .flatMap(exit -> exit.proxy().stream())
            .flatMap(proxy -> addresses(proxy.host()));
    return Stream.concat(now().stream(), proxies).collect(Collectors.toUnmodifiableSet());
  }

  private static Stream<InetAddress> addresses(String host) {
    try {
      return Stream.of(InetAddress.getAllByName(host));
    } catch (UnknownHostException e) {
      LOG.warn("the proxy {} has no address now; pages are not kept from it", host);
      return Stream.empty();
    }
  }

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
