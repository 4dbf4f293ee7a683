package io.trafficgen.application.site;

import io.trafficgen.application.port.LiveFeed;
import io.trafficgen.application.port.Safeguards;
import io.trafficgen.application.port.SiteChecks;
import io.trafficgen.application.site.ProofSearch.Finding;
import io.trafficgen.domain.project.PageUrls;
import io.trafficgen.domain.project.Project;
import io.trafficgen.domain.project.StatusReason;
import io.trafficgen.domain.site.Site;
import io.trafficgen.domain.site.SiteProof;
import io.trafficgen.domain.site.Verification;
import io.trafficgen.domain.visit.LiveEvent;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * One check of a site, by whomever it was wanted: looks, records what it found, and tells watchers
 * of the projects that it stopped.
 */
public final class CheckSite {
  /** One way of looking takes no longer. */
  static final Duration LONGEST = Duration.ofSeconds(30);

  private final ProofSearch search;
  private final SiteTokens tokens;
  private final SiteChecks checks;
  private final Safeguards safeguards;
  private final LiveFeed feed;
  private final InstantSource clock;

  public CheckSite(
      ProofSearch search,
      SiteTokens tokens,
      SiteChecks checks,
      Safeguards safeguards,
      LiveFeed feed,
      InstantSource clock) {
    this.search = search;
    this.tokens = tokens;
    this.checks = checks;
    this.safeguards = safeguards;
    this.feed = feed;
    this.clock = clock;
  }

  Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  /**
   * Whether the caller may check the site now: then nobody else may for {@code pause}.
   *
   * @return how long to wait instead; empty if the caller may
   */
  Optional<Duration> claim(Site site, Duration pause) {
    Instant now = now();
    return checks
        .claim(site.account(), site.host(), now, now.plus(pause))
        .map(until -> Duration.between(now, until));
  }

  /** Whether the operator wants nothing asked of the host; its proof stays as it was. */
  boolean isBlocked(Site site) {
    return safeguards.rules().blocks(site.host());
  }

  /** Looks everywhere. */
  SiteReport anywhere(Site site) {
    SiteProof proof = tokens.proof(site);
    if (isBlocked(site)) {
      return new SiteReport(site, proof, List.of(site.host() + " is blocked by the operator"));
    }
    return record(site, proof, search.anywhere(site.host(), proof.token()));
  }

  /** Looks where the verification was found before. */
  SiteReport again(Site site, Verification verification) {
    SiteProof proof = tokens.proof(site);
    return record(site, proof, search.again(site.host(), proof.token(), verification.method()));
  }

  /** As {@link #again}; empty if somebody else checks the site now, or nobody may. */
  Optional<SiteReport> ifFree(Site site, Verification verification) {
    return !isBlocked(site) && claim(site, LONGEST).isEmpty()
        ? Optional.of(again(site, verification))
        : Optional.empty();
  }

  /** Removes the site, and with it what it allowed. */
  void remove(Site site) {
    tell(checks.remove(site, using(site)));
  }

  private SiteReport record(Site site, SiteProof proof, Finding finding) {
    Instant now = now();
    Optional<Verification> left =
        finding.verification().or(() -> site.verification().flatMap(Verification::afterFailure));
    tell(checks.record(site, left, now, using(site)));
    Site checked =
        new Site(site.id(), site.account(), site.host(), left, Optional.of(now), site.createdAt());
    return new SiteReport(checked, proof, finding.problems());
  }

  private static Predicate<Project> using(Site site) {
    return project -> PageUrls.uses(project, site.host());
  }

  private void tell(List<Project> stopped) {
    for (Project project : stopped) {
      feed.publish(
          new LiveEvent.ProjectStopped(
              project.account(), project.id(), StatusReason.UNVERIFIED.wireName()));
    }
  }
}
