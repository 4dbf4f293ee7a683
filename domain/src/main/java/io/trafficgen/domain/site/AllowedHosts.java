package io.trafficgen.domain.site;

import java.net.URI;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Hosts that the operator exempts from the address rules: an intranet, loopback in tests. */
public record AllowedHosts(List<Host> hosts) {
  public AllowedHosts {
    hosts = List.copyOf(hosts);
  }

  /** No host at all. */
  public static AllowedHosts none() {
    return new AllowedHosts(List.of());
  }

  /**
   * Reads a comma list of {@code host[:port]}; blank is none.
   *
   * @throws io.trafficgen.domain.InvalidValueException for an entry that is no host
   */
  public static AllowedHosts parse(String text) {
    return new AllowedHosts(
        Stream.of(text.split(",", -1))
            .map(String::strip)
            .filter(entry -> !entry.isEmpty())
            .map(Host::parse)
            .toList());
  }

  public boolean covers(URI uri) {
    return hosts.stream().anyMatch(host -> host.covers(uri));
  }

  /** The list as {@link #parse} reads it. */
  @Override
  public String toString() {
    return hosts.stream().map(Host::toString).collect(Collectors.joining(","));
  }
}
