package io.trafficgen.application.visit;

import io.trafficgen.domain.site.Host;
import io.trafficgen.domain.site.Site;
import io.trafficgen.domain.visit.FailureReason;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Where the visits of a grant may go.
 *
 * @param verified the account's sites at the time of the claim
 * @param closed asked anew for each page
 */
record VisitableSites(List<Site> verified, ClosedHosts closed) {
  VisitableSites {
    verified = List.copyOf(verified);
  }

  /** Hosts that the account has verified. */
  Set<Host> hosts() {
    return verified.stream().map(Site::host).collect(Collectors.toSet());
  }

  /** Whether the site of {@code page} wishes it visited at {@code now}. */
  boolean allow(URI page, Instant now) {
    return VerifiedSites.allow(verified, page, now);
  }

  /** Whether anything may be asked for at {@code url} at {@code now}, whatever its path. */
  boolean isOpen(URI url, Instant now) {
    return VerifiedSites.covering(verified, url, now)
            .filter(site -> VerifiedSites.isOpen(site, now))
            .isPresent()
        && refusal(url).isEmpty();
  }

  /** Why nobody may load {@code page} now, if so. */
  Optional<FailureReason> refusal(URI page) {
    return closed.refusal(page);
  }
}
