package io.trafficgen.application.site;

import static org.assertj.core.api.Assertions.assertThat;

import io.trafficgen.application.Fixtures;
import io.trafficgen.application.fake.InMemoryProjects;
import io.trafficgen.application.fake.InMemorySafeguards;
import io.trafficgen.application.fake.InMemorySiteChecks;
import io.trafficgen.application.fake.InMemorySites;
import io.trafficgen.application.fake.RecordingLiveFeed;
import io.trafficgen.application.fake.ScriptedSiteProofs;
import io.trafficgen.application.fake.SteppedTime;
import io.trafficgen.domain.account.AccountId;
import io.trafficgen.domain.project.Project;
import io.trafficgen.domain.project.VisitLimits;
import io.trafficgen.domain.site.Host;
import io.trafficgen.domain.site.Site;
import io.trafficgen.domain.site.SiteId;
import io.trafficgen.domain.site.SiteProof;
import io.trafficgen.domain.site.Verification;
import java.time.Duration;
import java.util.Optional;

/** Sites of one owner, the hosts they name, and time in a test's hands. */
final class SiteScene {
  final AccountId owner = new AccountId(Fixtures.uuid());
  final SteppedTime time = new SteppedTime(Fixtures.NOW);
  final InMemorySites sites = new InMemorySites();
  final InMemoryProjects projects = new InMemoryProjects();
  final InMemorySiteChecks checks = new InMemorySiteChecks(sites, projects);
  final ScriptedSiteProofs proofs = new ScriptedSiteProofs();
  final RecordingLiveFeed feed = new RecordingLiveFeed();
  final SiteTokens tokens = new SiteTokens(new byte[32]);
  final CheckSite check =
      new CheckSite(
          new ProofSearch(proofs, name -> Optional.of("shop.com").filter(name::endsWith)),
          tokens,
          checks,
          new InMemorySafeguards(),
          feed,
          time);
  final VerifySite verify = new VerifySite(sites, check);
  final RecheckSites recheck = new RecheckSites(projects, sites, check, Runnable::run);

  Site add(String host) {
    Site site =
        new Site(
            new SiteId(Fixtures.uuid()),
            owner,
            Host.parse(host),
            Optional.empty(),
            Optional.empty(),
            time.instant());
    assertThat(sites.add(site)).isTrue();
    return site;
  }

  /** Adds and verifies by file. */
  Site verified(String host) {
    Site site = add(host);
    proofs.put(site.host(), token(site));
    assertThat(check(site).problems()).isEmpty();
    proofs.asked();
    return stored(site);
  }

  SiteReport check(Site site) {
    return ((VerifyOutcome.Checked) verify.verify(owner, site.id())).report();
  }

  String token(Site site) {
    return tokens.proof(site).token().text();
  }

  Site stored(Site site) {
    return sites.find(owner, site.id()).orElseThrow();
  }

  Optional<Verification> verification(Site site) {
    return stored(site).verification();
  }

  /** A project that runs with these settings. */
  Project active(String settings) {
    Project project = Fixtures.project(owner, VisitLimits.none(), settings);
    projects.add(project);
    return projects.start(owner, project.id(), time.instant()).orElseThrow();
  }

  static String entering(Host host) {
    return "{\"entryUrls\":\"http://" + host + "/\"}";
  }

  Project stored(Project project) {
    return projects.find(owner, project.id()).orElseThrow();
  }

  /** What rechecks ask for while time passes, one pass a minute. */
  int asksIn(Duration span) {
    proofs.asked();
    for (long minute = 0; minute < span.toMinutes(); minute++) {
      time.advance(Duration.ofMinutes(1));
      recheck.recheck();
    }
    return proofs.asked().size();
  }

  static String file(Site site) {
    return SiteProof.fileUrl("http", site.host()).toString();
  }
}
