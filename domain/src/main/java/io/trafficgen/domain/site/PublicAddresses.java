package io.trafficgen.domain.site;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;

/**
 * Which addresses belong to the public internet: the IANA special-purpose registries (RFC 6890), as
 * the security page lists them in 5.2. IPv4 is what is left after the denied blocks; IPv6 is global
 * unicast alone, without its special blocks, so NAT64, mapped and local forms fall out by
 * themselves.
 */
final class PublicAddresses {
  private static final List<AddressBlock> DENIED_4 =
      AddressBlock.list(
          """
          0.0.0.0/8 10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 169.254.0.0/16 172.16.0.0/12 192.0.0.0/24
          192.0.2.0/24 192.31.196.0/24 192.52.193.0/24 192.88.99.0/24 192.168.0.0/16
          192.175.48.0/24 198.18.0.0/15 198.51.100.0/24 203.0.113.0/24 224.0.0.0/4 240.0.0.0/4
          168.63.129.16/32
          """);
  private static final List<AddressBlock> GLOBAL_6 = AddressBlock.list("2000::/3");
  private static final List<AddressBlock> DENIED_6 =
      AddressBlock.list("2001::/23 2001:db8::/32 2002::/16 2620:4f:8000::/48 3fff::/20");

  private PublicAddresses() {}

  static boolean contains(InetAddress address) {
    return switch (address) {
      case Inet4Address four -> contains4(four.getAddress());
      case Inet6Address six -> contains6(six);
      default -> false;
    };
  }

  private static boolean contains4(byte[] address) {
    return DENIED_4.stream().noneMatch(block -> block.contains(address));
  }

  private static boolean contains6(Inet6Address six) {
    byte[] address = six.getAddress();
    if (six.getScopeId() != 0 || six.getScopedInterface() != null) {
      return false;
    }
    if (mapped(address)) {
      return contains4(Arrays.copyOfRange(address, 12, 16));
    }
    return GLOBAL_6.stream().anyMatch(block -> block.contains(address))
        && DENIED_6.stream().noneMatch(block -> block.contains(address));
  }

  /** {@code ::ffff:0:0/96}: dialled as IPv4 by the system, so judged as IPv4. */
  private static boolean mapped(byte[] address) {
    for (int i = 0; i < 10; i++) {
      if (address[i] != 0) {
        return false;
      }
    }
    return address[10] == -1 && address[11] == -1;
  }
}
