package io.trafficgen.application.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.trafficgen.application.Fixtures;
import io.trafficgen.application.NotAllowedException;
import io.trafficgen.application.fake.InMemoryHostPauses;
import io.trafficgen.application.fake.InMemoryProjects;
import io.trafficgen.application.fake.InMemorySafeguards;
import io.trafficgen.application.fake.InMemorySiteChecks;
import io.trafficgen.application.fake.InMemorySites;
import io.trafficgen.application.fake.RecordingHitStore;
import io.trafficgen.application.fake.RecordingLiveFeed;
import io.trafficgen.application.fake.ScriptedBudgets;
import io.trafficgen.application.fake.ScriptedSiteProofs;
import io.trafficgen.application.fake.SteppedTime;
import io.trafficgen.application.site.CheckSite;
import io.trafficgen.application.site.ConfirmSites;
import io.trafficgen.application.site.ProofSearch;
import io.trafficgen.application.site.SiteTokens;
import io.trafficgen.application.site.VerifySite;
import io.trafficgen.application.visit.ExitPool;
import io.trafficgen.domain.account.AccountId;
import io.trafficgen.domain.exit.ExitList;
import io.trafficgen.domain.project.Project;
import io.trafficgen.domain.project.VisitLimits;
import io.trafficgen.domain.site.Host;
import io.trafficgen.domain.site.Site;
import io.trafficgen.domain.site.SiteId;
import io.trafficgen.domain.site.SiteToken;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a start asks of the hosts (product page, 1.4). */
class StartProofsTest {
  private static final byte[] KEY = new byte[32];
  private static final Host SHOP = Host.parse("shop.com");

  private final AccountId owner = new AccountId(Fixtures.uuid());
  private final SteppedTime time = new SteppedTime(Fixtures.NOW);
  private final InMemorySites sites = new InMemorySites();
  private final InMemoryProjects projects = new InMemoryProjects();
  private final ScriptedSiteProofs proofs = new ScriptedSiteProofs();
  private final CheckSite check =
      new CheckSite(
          new ProofSearch(proofs, name -> Optional.empty()),
          new SiteTokens(KEY),
          new InMemorySiteChecks(sites, projects),
          new InMemorySafeguards(),
          new RecordingLiveFeed(),
          time);
  private final StartProject start =
      new StartProject(
          projects,
          new StartConditions(sites, new InMemorySafeguards(), new ConfirmSites(check)),
          new ProjectReports(
              new ScriptedBudgets(new RecordingHitStore()),
              new InMemoryHostPauses(),
              sites,
              new ExitPool(ExitList.standard()),
              new InMemorySafeguards(),
              time),
          time);

  private Project project() {
    Project project =
        Fixtures.project(owner, VisitLimits.none(), "{\"entryUrls\":\"http://" + SHOP + "/\"}");
    projects.add(project);
    return project;
  }

  private void verified() {
    SiteId id = new SiteId(Fixtures.uuid());
    sites.add(new Site(id, owner, SHOP, Optional.empty(), Optional.empty(), Fixtures.NOW));
    proofs.put(SHOP, SiteToken.of(KEY, owner.value(), SHOP).text());
    new VerifySite(sites, check).verify(owner, id);
    assertThat(proofs.asked()).hasSize(1);
  }

  private boolean starts() {
    return start.start(owner, project().id()).orElseThrow().project().isActive();
  }

  @Test
  void a_host_that_was_never_verified_is_not_asked() {
    assertThatThrownBy(this::starts).isInstanceOf(NotAllowedException.class);
    sites.add(
        new Site(
            new SiteId(Fixtures.uuid()),
            owner,
            SHOP,
            Optional.empty(),
            Optional.empty(),
            Fixtures.NOW));
    assertThatThrownBy(this::starts).isInstanceOf(NotAllowedException.class);
    assertThat(proofs.asked()).isEmpty();
  }

  @Test
  void a_proof_of_the_last_minute_is_believed() {
    verified();
    proofs.clear();
    time.advance(Duration.ofSeconds(60));
    assertThat(starts()).isTrue();
    assertThat(proofs.asked()).isEmpty();
  }

  @Test
  void an_older_proof_is_looked_for_by_the_way_that_succeeded() {
    verified();
    time.advance(Duration.ofSeconds(61));
    assertThat(starts()).isTrue();
    assertThat(proofs.asked()).hasSize(1);
    assertThat(starts()).isTrue();
    assertThat(proofs.asked()).isEmpty();
  }

  @Test
  void a_proof_that_is_gone_is_in_the_way() {
    verified();
    proofs.clear();
    time.advance(Duration.ofSeconds(61));
    assertThatThrownBy(this::starts)
        .isInstanceOfSatisfying(
            NotAllowedException.class,
            refusal ->
                assertThat(refusal.problems())
                    .singleElement()
                    .satisfies(problem -> {
                      assertThat(problem.pointer()).isEqualTo("/settings/entryUrls");
                      assertThat(problem.reason())
                          .startsWith("shop.com does not show its proof: http://shop.com/")
                          .endsWith("answered 404");
                    }));
    assertThat(sites.verified(owner)).hasSize(1);
    time.advance(Duration.ofSeconds(61));
    assertThatThrownBy(this::starts).isInstanceOf(NotAllowedException.class);
    assertThat(sites.verified(owner)).isEmpty();
  }

  @Test
  void a_project_that_runs_is_not_checked_by_a_second_start() {
    verified();
    Project project = project();
    start.start(owner, project.id());
    proofs.clear();
    time.advance(Duration.ofMinutes(5));
    assertThat(start.start(owner, project.id())).isPresent();
    assertThat(proofs.asked()).isEmpty();
  }
}
