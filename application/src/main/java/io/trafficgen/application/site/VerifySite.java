package io.trafficgen.application.site;

import io.trafficgen.application.port.ProofOutcome;
import io.trafficgen.application.port.SiteProofs;
import io.trafficgen.application.port.Sites;
import io.trafficgen.domain.account.AccountId;
import io.trafficgen.domain.site.ProofMethod;
import io.trafficgen.domain.site.Site;
import io.trafficgen.domain.site.SiteId;
import io.trafficgen.domain.site.SiteProof;
import io.trafficgen.domain.site.SiteTerms;
import io.trafficgen.domain.site.Verification;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** Looks for the proof that an account controls a host. */
public final class VerifySite {
  private final Sites sites;
  private final SiteTokens tokens;
  private final SiteProofs proofs;
  private final InstantSource clock;

  public VerifySite(Sites sites, SiteTokens tokens, SiteProofs proofs, InstantSource clock) {
    this.sites = sites;
    this.tokens = tokens;
    this.proofs = proofs;
    this.clock = clock;
  }

  /** What was found; a failed proof is no error. Empty if the site is not the owner's. */
  public Optional<SiteReport> verify(AccountId owner, SiteId id) {
    return sites.find(owner, id).map(this::verify);
  }

  private SiteReport verify(Site site) {
    SiteProof proof = tokens.proof(site);
    return switch (proofs.readFile(site.host())) {
      case ProofOutcome.Read read when proof.token().standsIn(read.text()) ->
          record(
              site,
              proof,
              Optional.of(new Verification(ProofMethod.FILE, SiteTerms.parse(read.text()))),
              List.of());
      case ProofOutcome.Read read ->
          record(
              site,
              proof,
              Optional.empty(),
              List.of(read.url() + " has no line with this site's token"));
      case ProofOutcome.Unreadable unreadable ->
          record(
              site,
              proof,
              Optional.empty(),
              unreadable.attempts().stream()
                  .map(attempt -> attempt.url() + " " + attempt.problem())
                  .toList());
    };
  }

  private SiteReport record(
      Site site, SiteProof proof, Optional<Verification> verification, List<String> problems) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    sites.record(site.id(), verification, now);
    Site checked =
        new Site(
            site.id(),
            site.account(),
            site.host(),
            verification,
            Optional.of(now),
            site.createdAt());
    return new SiteReport(checked, proof, problems);
  }
}
