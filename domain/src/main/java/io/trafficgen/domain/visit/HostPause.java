package io.trafficgen.domain.visit;

import io.trafficgen.domain.site.Host;
import java.time.Duration;
import java.time.Instant;

/** A host that asked to be left alone, by all accounts ({@code Retry-After}; RFC 9110, 10.2.3). */
public record HostPause(Host host, Instant until) {
  private static final Duration LEAST = Duration.ofSeconds(5);
  private static final Duration MOST = Duration.ofDays(1);

  /** At least as long as the host asked, but no longer than a day, and never for no time at all. */
  public static HostPause of(Host host, Duration asked, Instant now) {
    Duration wait = asked.compareTo(LEAST) < 0 ? LEAST : asked;
    return new HostPause(host, now.plus(wait.compareTo(MOST) > 0 ? MOST : wait));
  }
}
