package io.trafficgen.web.security;

import io.trafficgen.domain.InvalidValueException;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Whose word on other addresses is believed. A client may write anything into {@code
 * X-Forwarded-For}; each proxy appends whom it saw, so the list is true from its right end as far
 * as trusted proxies wrote it.
 */
public record TrustedProxies(List<Network> networks) {
  public TrustedProxies {
    networks = List.copyOf(networks);
  }

  /** Nobody: clients connect directly. */
  public static TrustedProxies none() {
    return new TrustedProxies(List.of());
  }

  /**
   * Reads a comma list of addresses and networks, for example {@code 10.0.0.0/8, ::1}.
   *
   * @throws InvalidValueException for an entry that is neither
   */
  public static TrustedProxies parse(String text) {
    return new TrustedProxies(
        Stream.of(text.split(",", -1))
            .map(String::strip)
            .filter(entry -> !entry.isEmpty())
            .map(Network::parse)
            .toList());
  }

  /**
   * The address of who really calls.
   *
   * @param socket the other end of the connection
   * @param forwarded values of all {@code X-Forwarded-For} headers, in their order
   */
  public InetAddress client(InetAddress socket, List<String> forwarded) {
    List<String> hops = new ArrayList<>();
    forwarded.forEach(header -> hops.addAll(List.of(header.split(",", -1))));
    InetAddress nearest = socket;
    while (isTrusted(nearest) && !hops.isEmpty()) {
      Optional<InetAddress> hop = AddressLiterals.find(hops.removeLast());
      if (hop.isEmpty()) {
        return nearest;
      }
      nearest = hop.get();
    }
    return nearest;
  }

  private boolean isTrusted(InetAddress address) {
    return networks.stream().anyMatch(network -> network.contains(address));
  }

  /**
   * Addresses that begin with the same bits.
   *
   * @param bits that count of {@code base}
   */
  public record Network(InetAddress base, int bits) {
    private static final String EXAMPLE = "10.0.0.0/8";

    static Network parse(String text) {
      String[] parts = text.split("/", 2);
      InetAddress base =
          AddressLiterals.find(parts[0]).orElseThrow(() -> refused(text + " is no address"));
      int most = base.getAddress().length * Byte.SIZE;
      if (parts.length == 1) {
        return new Network(base, most);
      }
      if (!parts[1].matches("[0-9]{1,3}") || Integer.parseInt(parts[1]) > most) {
        throw refused(text + " is no network");
      }
      return new Network(base, Integer.parseInt(parts[1]));
    }

    private static InvalidValueException refused(String reason) {
      return new InvalidValueException("", reason, EXAMPLE);
    }

    boolean contains(InetAddress address) {
      byte[] mine = base.getAddress();
      byte[] other = address.getAddress();
      if (mine.length != other.length) {
        return false;
      }
      int whole = bits / Byte.SIZE;
      if (!Arrays.equals(mine, 0, whole, other, 0, whole)) {
        return false;
      }
      int rest = bits % Byte.SIZE;
      int mask = 0xff00 >> rest & 0xff;
      return rest == 0 || ((mine[whole] ^ other[whole]) & mask) == 0;
    }
  }
}
