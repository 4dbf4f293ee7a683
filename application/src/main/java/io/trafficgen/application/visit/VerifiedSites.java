package io.trafficgen.application.visit;

import io.trafficgen.domain.site.Host;
import io.trafficgen.domain.site.Site;
import io.trafficgen.domain.site.Verification;
import java.net.URI;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What an account's verified sites let us do. */
final class VerifiedSites {
  private VerifiedSites() {}

  /** Those whose own terms have not run out. */
  static List<Site> live(List<Site> verified, Instant now) {
    return verified.stream().filter(site -> !hasEnded(site, now)).toList();
  }

  /** The site whose proof covers {@code url} at {@code now}. */
  static Optional<Site> covering(List<Site> verified, URI url, Instant now) {
    return live(verified, now).stream().filter(site -> site.host().covers(url)).findFirst();
  }

  /** The site that permits {@code page}, at one hour or another. */
  static Optional<Site> permitting(List<Site> verified, URI page, Instant now) {
    return covering(verified, page, now)
        .filter(site -> terms(site).allMatch(proof -> proof.terms().allowsPath(page)));
  }

  /** Whether the page may be visited at {@code now}: its host is verified and so wishes it. */
  static boolean allow(List<Site> verified, URI page, Instant now) {
    return permitting(verified, page, now).filter(site -> isOpen(site, now)).isPresent();
  }

  /** When {@code site} bears visits, from {@code now} on; empty if never again. */
  static Optional<Instant> nextOpening(Site site, Instant now) {
    return terms(site).findFirst().flatMap(proof -> proof.terms().nextOpening(now));
  }

  /** Whether {@code site} bears visits at {@code at}. */
  static boolean isOpen(Site site, Instant at) {
    return terms(site).allMatch(proof -> proof.terms().allows(at));
  }

  /** Whether {@code site} sets neither hours nor an end. */
  static boolean isUnlimited(Site site) {
    return terms(site)
        .map(Verification::terms)
        .allMatch(terms -> terms.hours().isEmpty() && terms.until().isEmpty());
  }

  /** Before when {@link #isOpen} goes on answering as at {@code at}, for each of {@code sites}. */
  static Instant unchangedUntil(List<Site> sites, Instant at) {
    return sites.stream()
        .flatMap(VerifiedSites::terms)
        .map(proof -> proof.terms().unchangedUntil(at))
        .min(Comparator.naturalOrder())
        .orElse(Instant.MAX);
  }

  static boolean hasEnded(Site site, Instant at) {
    return terms(site).anyMatch(proof -> proof.terms().hasEnded(at));
  }

  /** The least of the operator's cap and what the sites of {@code hosts} ask for. */
  static int perMinute(List<Site> verified, List<Host> hosts, int hostPerMinute) {
    return verified.stream()
        .filter(site -> hosts.contains(site.host()))
        .flatMap(VerifiedSites::terms)
        .flatMapToInt(proof -> proof.terms().maxPerMinute().stream())
        .reduce(hostPerMinute, Math::min);
  }

  private static Stream<Verification> terms(Site site) {
    return site.verification().stream();
  }
}
