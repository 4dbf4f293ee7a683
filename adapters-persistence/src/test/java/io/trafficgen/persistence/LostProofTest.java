package io.trafficgen.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.trafficgen.application.Fixtures;
import io.trafficgen.application.contract.VisitPorts;
import io.trafficgen.application.fake.RecordingLiveFeed;
import io.trafficgen.application.fake.RecordingNotices;
import io.trafficgen.application.fake.ScriptedSiteProofs;
import io.trafficgen.application.fake.SteppedTime;
import io.trafficgen.application.port.Budgets.ClaimedGrant;
import io.trafficgen.application.port.Budgets.Progress;
import io.trafficgen.application.port.NodeLeases.Lease;
import io.trafficgen.application.port.WebhookEvent;
import io.trafficgen.application.site.CheckSite;
import io.trafficgen.application.site.ProofSearch;
import io.trafficgen.application.site.RecheckSites;
import io.trafficgen.application.site.SiteTokens;
import io.trafficgen.application.visit.ExitPool;
import io.trafficgen.application.visit.PaceProjects;
import io.trafficgen.application.visit.ProjectEnds;
import io.trafficgen.domain.account.Account;
import io.trafficgen.domain.exit.ExitList;
import io.trafficgen.domain.money.Money;
import io.trafficgen.domain.project.Project;
import io.trafficgen.domain.project.StatusReason;
import io.trafficgen.domain.project.VisitLimits;
import io.trafficgen.domain.site.Host;
import io.trafficgen.domain.site.ProofMethod;
import io.trafficgen.domain.site.Site;
import io.trafficgen.domain.site.SiteId;
import io.trafficgen.domain.site.SiteTerms;
import io.trafficgen.domain.site.SiteToken;
import io.trafficgen.domain.site.Verification;
import io.trafficgen.domain.visit.LiveEvent;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** From the last proof to the released money, with the real budgets and stepped time. */
class LostProofTest extends PostgresPorts implements VisitPorts {
  private static final Host SHOP = Host.parse("lost-proof.example");
  private static final byte[] KEY = new byte[32];

  private final SteppedTime time = new SteppedTime(Fixtures.NOW);
  private final ScriptedSiteProofs proofs = new ScriptedSiteProofs();
  private final RecordingLiveFeed feed = new RecordingLiveFeed();
  private final Account owner = Fixtures.account();

  private RecheckSites recheck() {
    CheckSite check =
        new CheckSite(
            new ProofSearch(proofs, name -> Optional.empty()),
            new SiteTokens(KEY),
            checks(),
            safeguards(),
            feed,
            time);
    return new RecheckSites(projects(), sites(), check, Runnable::run);
  }

  private PaceProjects pacer() {
    return new PaceProjects(
        projects(),
        sites(),
        new ExitPool(ExitList.standard()),
        budgets(),
        new PostgresHostPauses(database()),
        new ProjectEnds(projects(), changes(), ledger(), feed),
        new RecordingNotices(),
        safeguards(),
        Fixtures::uuid,
        new SplittableRandom(1),
        time);
  }

  private Project activeAndFunded() {
    accounts().add(owner);
    sites()
        .add(
            new Site(
                new SiteId(Fixtures.uuid()),
                owner.id(),
                SHOP,
                Optional.of(new Verification(ProofMethod.FILE, SiteTerms.none())),
                Optional.of(time.instant()),
                time.instant()));
    proofs.put(SHOP, SiteToken.of(KEY, owner.id().value(), SHOP).text());
    WebhookEvent event = Fixtures.event();
    inbox().receive(event);
    ledger()
        .deposit(
            List.of(Fixtures.receipt(event.id(), owner.id(), Fixtures.payment("10.00"))),
            Fixtures::deposit);
    Project project =
        Fixtures.project(
            owner.id(), VisitLimits.none(), "{\"entryUrls\":\"http://" + SHOP + "/\"}");
    projects().add(project);
    return projects().start(owner.id(), project.id(), time.instant()).orElseThrow();
  }

  private Project stored(Project project) {
    return projects().find(owner.id(), project.id()).orElseThrow();
  }

  private Money held() {
    return ledger().balance(owner.id()).held();
  }

  @Test
  void two_failures_in_a_row_stop_the_project_and_release_what_it_holds() {
    Project project = activeAndFunded();
    RecheckSites recheck = recheck();
    time.advance(Duration.ofHours(1));
    recheck.recheck();
    proofs.clear();
    time.advance(Duration.ofHours(1));
    recheck.recheck();
    assertThat(stored(project).isActive()).isTrue();

    Lease lease = leases().register("node-lost-proof", time.instant().plusSeconds(3600));
    time.advance(Duration.ofHours(1));
    pacer().pace();
    List<ClaimedGrant> claimed = budgets().claim(lease, time.instant(), 10, Set.of());
    assertThat(claimed).hasSize(1);
    assertThat(held().isPositive()).isTrue();

    recheck.recheck();

    assertThat(stored(project).reason()).isEqualTo(StatusReason.UNVERIFIED);
    assertThat(feed.events())
        .containsExactly(new LiveEvent.ProjectStopped(owner.id(), project.id(), "unverified"));
    ClaimedGrant grant = claimed.get(0);
    Progress progress = new Progress(grant.grant().id(), 0, grant.grant().n());
    assertThat(budgets().advance(lease, List.of(progress)).watermarks()).isEmpty();
    budgets().settle(lease, grant.grant().id(), 0, 0);
    assertThat(held()).isEqualTo(Money.ZERO);
    assertThat(ledger().balance(owner.id()).balance()).isEqualTo(Money.parse("10.00"));
    pacer().pace();
    assertThat(held()).isEqualTo(Money.ZERO);
    assertThat(sites().verified(owner.id())).isEmpty();
  }
}
