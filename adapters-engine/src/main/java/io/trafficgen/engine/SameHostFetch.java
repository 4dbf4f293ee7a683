package io.trafficgen.engine;

import io.trafficgen.application.port.FetchOutcome;
import io.trafficgen.application.port.FetchOutcome.Fetched;
import io.trafficgen.application.port.FetchOutcome.NotFetched;
import io.trafficgen.application.port.GuardedHttp;
import io.trafficgen.application.port.ProofOutcome.Attempt;
import io.trafficgen.application.port.ProofOutcome.Read;
import io.trafficgen.domain.site.Host;
import io.trafficgen.domain.visit.FailureReason;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * Fetches what a host shows, following redirects on it and none that lead off it.
 *
 * @param greeting how long a host on a port of its own may take to answer by TLS: a plain server
 *     there may leave the greeting without any answer
 */
record SameHostFetch(
    GuardedHttp http, Host host, int maxBytes, Duration greeting, InstantSource clock) {
  private static final int MAX_REDIRECTS = 5;
  private static final Duration EACH = Duration.ofSeconds(5);
  private static final Duration TOGETHER = Duration.ofSeconds(10);

  /**
   * @param failed takes the attempt if it fails
   */
  Optional<Read> read(URI first, List<Attempt> failed) {
    Instant end = clock.instant().plus(TOGETHER);
    URI url = first;
    for (int hop = 0; hop <= MAX_REDIRECTS; hop++) {
      Duration left = Duration.between(clock.instant(), end);
      if (left.isNegative() || left.isZero()) {
        return failed(failed, first, "redirects for too long");
      }
      FetchOutcome outcome = http.get(url, maxBytes, shorter(left, deadline(url)));
      if (outcome instanceof Fetched fetched && fetched.status() == 200) {
        return Optional.of(new Read(url, fetched.text()));
      }
      Optional<URI> next =
          outcome instanceof Fetched fetched ? fetched.location() : Optional.empty();
      if (next.isEmpty()) {
        return failed(failed, url, problem(outcome));
      }
      if (!host.covers(next.get())) {
        return failed(failed, url, "redirects off the host, which proves nothing");
      }
      url = next.get();
    }
    return failed(failed, first, "redirects without end");
  }

  private static Optional<Read> failed(List<Attempt> failed, URI url, String problem) {
    failed.add(new Attempt(url, problem));
    return Optional.empty();
  }

  private Duration deadline(URI url) {
    boolean tls = "https".equalsIgnoreCase(url.getScheme());
    return tls && host.port().isPresent() ? greeting : EACH;
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  private static String problem(FetchOutcome outcome) {
    return switch (outcome) {
      case Fetched fetched -> "answered " + fetched.status();
      case NotFetched failure -> problem(failure.reason());
    };
  }

  /** The guard's inner detail is the operator's (security page, 5.2, point 6). */
  private static String problem(FailureReason reason) {
    return switch (reason) {
      case GUARD -> "is not a public address";
      case DNS -> "cannot be resolved";
      case CONNECT -> "cannot be connected to";
      case TLS -> "has no valid TLS";
      case TIMEOUT -> "did not answer in time";
      case CONTENT -> "is no text, or too long";
      default -> "could not be fetched";
    };
  }
}
