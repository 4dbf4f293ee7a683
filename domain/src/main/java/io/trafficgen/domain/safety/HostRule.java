package io.trafficgen.domain.safety;

import io.trafficgen.domain.site.Host;
import java.util.OptionalInt;

/**
 * What the operator says about a host, for all accounts together.
 *
 * @param maxPerMinute empty for the standard
 * @param blocked nothing is asked of it: no visit, no proof, no page to crawl
 */
public record HostRule(Host host, OptionalInt maxPerMinute, boolean blocked) {
  /** Visits that a host gets in a minute unless an admin says otherwise (product page, 1.4). */
  public static final int STANDARD_PER_MINUTE = 60;

  /** The rule of a host of which nothing is said. */
  public static HostRule standard(Host host) {
    return new HostRule(host, OptionalInt.empty(), false);
  }

  /** The cap in force: visits that may start in a minute. */
  public int perMinute() {
    return maxPerMinute.orElse(STANDARD_PER_MINUTE);
  }
}
