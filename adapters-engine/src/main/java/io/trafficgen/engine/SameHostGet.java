package io.trafficgen.engine;

import io.trafficgen.application.port.FetchOutcome;
import io.trafficgen.application.port.FetchOutcome.Fetched;
import io.trafficgen.application.port.GuardedHttp;
import io.trafficgen.domain.InvalidValueException;
import io.trafficgen.domain.site.Host;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Predicate;

/** Gets documents of a site, with redirects on its own host alone. */
final class SameHostGet {
  private static final int MAX_REDIRECTS = 5;
  private static final Duration DEADLINE = Duration.ofSeconds(10);

  private final GuardedHttp http;

  SameHostGet(GuardedHttp http) {
    this.http = http;
  }

  /**
   * The last answer: after as many redirects as are followed, one may still be a redirect.
   *
   * @param follow whether a redirect may be followed to there
   */
  FetchOutcome get(URI first, int maxBytes, Predicate<URI> follow) {
    FetchOutcome outcome = http.get(first, maxBytes, DEADLINE);
    for (int hop = 0; hop < MAX_REDIRECTS; hop++) {
      Optional<URI> next =
          outcome instanceof Fetched fetched
              ? fetched.location().filter(target -> isSameHost(first, target)).filter(follow)
              : Optional.empty();
      if (next.isEmpty()) {
        return outcome;
      }
      outcome = http.get(next.get(), maxBytes, DEADLINE);
    }
    return outcome;
  }

  private static boolean isSameHost(URI one, URI other) {
    try {
      return Host.of(one).covers(other);
    } catch (InvalidValueException e) {
      return false;
    }
  }
}
