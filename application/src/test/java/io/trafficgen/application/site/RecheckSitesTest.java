package io.trafficgen.application.site;

import static org.assertj.core.api.Assertions.assertThat;

import io.trafficgen.domain.project.Project;
import io.trafficgen.domain.project.StatusReason;
import io.trafficgen.domain.site.Host;
import io.trafficgen.domain.site.ProofMethod;
import io.trafficgen.domain.site.Site;
import io.trafficgen.domain.visit.LiveEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Re-checks of proofs in use (product page, 1.4), with time stepped by hand. */
class RecheckSitesTest {
  private static final Duration HOUR = Duration.ofHours(1);

  private final SiteScene scene = new SiteScene();
  private final Site site = scene.verified("www.shop.com");

  @Test
  void looks_hourly_for_a_proof_in_use_by_the_way_that_succeeded() {
    scene.active(SiteScene.entering(site.host()));
    assertThat(scene.asksIn(HOUR.minusMinutes(1))).isZero();
    scene.time.advance(Duration.ofMinutes(1));
    scene.recheck.recheck();
    assertThat(scene.proofs.asked()).containsExactly(SiteScene.file(site));
    assertThat(scene.asksIn(Duration.ofHours(5))).isEqualTo(5);
  }

  @Test
  void a_proof_by_record_is_looked_for_in_the_records_alone() {
    scene.proofs.clear();
    scene.proofs.putTxt("_trafficgen.shop.com", scene.token(site));
    scene.time.advance(Duration.ofSeconds(10));
    scene.check(site);
    scene.active(SiteScene.entering(site.host()));
    assertThat(scene.asksIn(HOUR)).isEqualTo(2);
    assertThat(scene.verification(site).orElseThrow().method()).isEqualTo(ProofMethod.DNS);
  }

  @Test
  void asks_nothing_of_hosts_that_no_active_project_uses() {
    Project other = scene.active(SiteScene.entering(Host.parse("other.com")));
    Project stopped = scene.active(SiteScene.entering(site.host()));
    scene.projects.end(scene.owner, stopped.id(), StatusReason.USER);
    scene.active("{}");
    assertThat(scene.asksIn(Duration.ofHours(30))).isZero();
    assertThat(scene.stored(other).isActive()).isTrue();
  }

  @Test
  void a_host_of_inner_pages_is_in_use_too() {
    scene.active(
        "{\"entryUrls\":\"http://other.com/\",\"innerUrls\":\"http://" + site.host() + "/a\"}");
    assertThat(scene.asksIn(HOUR)).isEqualTo(1);
  }

  @Test
  void looks_before_each_day_of_a_projects_zone() {
    // It is noon in UTC and 17:30 in Kolkata, whose next day begins at 18:30 UTC.
    scene.active("{\"entryUrls\":\"http://" + site.host() + "/\",\"timezone\":\"Asia/Kolkata\"}");
    assertThat(scene.asksIn(Duration.ofMinutes(6 * 60 + 24))).isEqualTo(6);
    assertThat(scene.asksIn(Duration.ofMinutes(1))).isEqualTo(1);
    assertThat(scene.asksIn(Duration.ofMinutes(59))).isZero();
    assertThat(scene.asksIn(Duration.ofMinutes(1))).isEqualTo(1);
  }

  @Test
  void the_second_failure_in_a_row_stops_what_uses_the_host() {
    Project project = scene.active(SiteScene.entering(site.host()));
    Project other = scene.active(SiteScene.entering(Host.parse("other.com")));
    scene.asksIn(HOUR);
    assertThat(scene.verification(site).orElseThrow().failures()).isZero();

    scene.proofs.clear();
    scene.asksIn(HOUR);
    assertThat(scene.verification(site).orElseThrow().failures()).isEqualTo(1);
    assertThat(scene.stored(project).isActive()).isTrue();
    assertThat(scene.feed.events()).isEmpty();

    scene.asksIn(HOUR);
    assertThat(scene.verification(site)).isEmpty();
    assertThat(scene.stored(project).reason()).isEqualTo(StatusReason.UNVERIFIED);
    assertThat(scene.stored(other).isActive()).isTrue();
    assertThat(scene.feed.events())
        .containsExactly(new LiveEvent.ProjectStopped(scene.owner, project.id(), "unverified"));
    assertThat(scene.asksIn(Duration.ofHours(3))).isZero();
  }

  @Test
  void a_success_between_two_failures_begins_anew() {
    Project project = scene.active(SiteScene.entering(site.host()));
    for (int round = 0; round < 3; round++) {
      scene.proofs.clear();
      scene.asksIn(HOUR);
      assertThat(scene.verification(site).orElseThrow().failures()).isEqualTo(1);
      scene.proofs.put(site.host(), scene.token(site) + "\nmax-per-minute: " + round);
      scene.asksIn(HOUR);
      assertThat(scene.verification(site).orElseThrow().failures()).isZero();
    }
    assertThat(scene.verification(site).orElseThrow().terms().maxPerMinute()).hasValue(2);
    assertThat(scene.stored(project).isActive()).isTrue();
  }

  @Test
  void of_two_nodes_one_fetches() {
    scene.active(SiteScene.entering(site.host()));
    List<Runnable> waiting = new ArrayList<>();
    RecheckSites one = new RecheckSites(scene.projects, scene.sites, scene.check, waiting::add);
    RecheckSites two = new RecheckSites(scene.projects, scene.sites, scene.check, waiting::add);
    scene.time.advance(HOUR);
    one.recheck();
    two.recheck();
    assertThat(waiting).hasSize(2);
    scene.proofs.asked();
    waiting.forEach(Runnable::run);
    assertThat(scene.proofs.asked()).hasSize(1);
  }

  @Test
  void a_node_that_comes_late_looks_again_before_it_fetches() {
    scene.active(SiteScene.entering(site.host()));
    List<Runnable> waiting = new ArrayList<>();
    RecheckSites slow = new RecheckSites(scene.projects, scene.sites, scene.check, waiting::add);
    scene.time.advance(HOUR);
    slow.recheck();
    slow.recheck();
    assertThat(waiting).hasSize(1);
    scene.recheck.recheck();
    scene.time.advance(Duration.ofMinutes(1));
    scene.proofs.asked();
    waiting.forEach(Runnable::run);
    assertThat(scene.proofs.asked()).isEmpty();
  }
}
