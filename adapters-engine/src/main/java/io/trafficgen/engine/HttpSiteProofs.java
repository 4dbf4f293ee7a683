package io.trafficgen.engine;

import io.trafficgen.application.port.FetchOutcome;
import io.trafficgen.application.port.FetchOutcome.Fetched;
import io.trafficgen.application.port.FetchOutcome.NotFetched;
import io.trafficgen.application.port.GuardedHttp;
import io.trafficgen.application.port.ProofOutcome;
import io.trafficgen.application.port.ProofOutcome.Attempt;
import io.trafficgen.application.port.ProofOutcome.Read;
import io.trafficgen.application.port.ProofOutcome.Unreadable;
import io.trafficgen.application.port.SiteProofs;
import io.trafficgen.domain.site.Host;
import io.trafficgen.domain.site.SiteProof;
import io.trafficgen.domain.visit.FailureReason;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@link SiteProofs} over {@link GuardedHttp}. */
public final class HttpSiteProofs implements SiteProofs {
  private static final int MAX_BYTES = 64_000;
  private static final int MAX_REDIRECTS = 5;
  private static final Duration DEADLINE = Duration.ofSeconds(5);

  /** A plain server on a port of its own may leave a TLS greeting without any answer. */
  private static final Duration TLS_ON_OWN_PORT = Duration.ofMillis(1_500);

  private final GuardedHttp http;

  public HttpSiteProofs(GuardedHttp http) {
    this.http = http;
  }

  @Override
  public ProofOutcome readFile(Host host) {
    List<Attempt> failed = new ArrayList<>();
    return read(host, "https", host.port().isPresent() ? TLS_ON_OWN_PORT : DEADLINE, failed)
        .or(() -> read(host, "http", DEADLINE, failed))
        .<ProofOutcome>map(proof -> proof)
        .orElseGet(() -> new Unreadable(failed));
  }

  private Optional<Read> read(Host host, String scheme, Duration deadline, List<Attempt> failed) {
    URI first = SiteProof.fileUrl(scheme, host);
    URI url = first;
    for (int hop = 0; hop <= MAX_REDIRECTS; hop++) {
      FetchOutcome outcome = http.get(url, MAX_BYTES, deadline);
      if (outcome instanceof Fetched fetched && fetched.status() == 200) {
        return Optional.of(new Read(url, fetched.text()));
      }
      Optional<URI> next =
          outcome instanceof Fetched fetched ? fetched.location() : Optional.empty();
      if (next.isEmpty()) {
        failed.add(new Attempt(url, problem(outcome)));
        return Optional.empty();
      }
      if (!host.covers(next.get())) {
        failed.add(new Attempt(url, "redirects off the host, which proves nothing"));
        return Optional.empty();
      }
      url = next.get();
    }
    failed.add(new Attempt(first, "redirects without end"));
    return Optional.empty();
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
      case CONTENT -> "is no short text file";
      default -> "could not be fetched";
    };
  }
}
