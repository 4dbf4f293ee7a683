package io.trafficgen.application.visit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.trafficgen.application.fake.InMemoryProjects;
import io.trafficgen.application.fake.InMemorySites;
import io.trafficgen.application.fake.RecordingHitStore;
import io.trafficgen.application.fake.RecordingLiveFeed;
import io.trafficgen.application.fake.ScriptedBudgets;
import io.trafficgen.application.port.Reservation;
import io.trafficgen.application.port.ReserveOutcome;
import io.trafficgen.domain.account.AccountId;
import io.trafficgen.domain.project.Project;
import io.trafficgen.domain.project.ProjectId;
import io.trafficgen.domain.project.ProjectStatus;
import io.trafficgen.domain.project.StatusReason;
import io.trafficgen.domain.project.VisitLimits;
import io.trafficgen.domain.settings.SettingsDocument;
import io.trafficgen.domain.site.Host;
import io.trafficgen.domain.site.ProofMethod;
import io.trafficgen.domain.site.Site;
import io.trafficgen.domain.site.SiteId;
import io.trafficgen.domain.site.SiteTerms;
import io.trafficgen.domain.site.Verification;
import io.trafficgen.domain.visit.BindingCap;
import io.trafficgen.domain.visit.LiveEvent;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PaceProjectsTest {
  private static final Instant NOW = Instant.parse("2026-11-23T12:00:30Z");
  private static final AccountId OWNER = new AccountId(new UUID(0, 1));
  private static final SiteTerms NO_TERMS = SiteTerms.none();

  private final InMemoryProjects projects = new InMemoryProjects();
  private final InMemorySites sites = new InMemorySites();
  private final ScriptedBudgets budgets = new ScriptedBudgets(new RecordingHitStore());
  private final RecordingLiveFeed feed = new RecordingLiveFeed();
  private final SplittableRandom random = new SplittableRandom(1);
  private final PaceProjects pacer =
      new PaceProjects(
          projects,
          sites,
          budgets,
          feed,
          60,
          () -> new UUID(random.nextLong(), random.nextLong()),
          random,
          InstantSource.fixed(NOW));

  private ProjectId active(int number, VisitLimits limits, String settings) {
    ProjectId id = new ProjectId(new UUID(1, number));
    projects.add(
        new Project(
            id,
            OWNER,
            "Project " + number,
            ProjectStatus.ACTIVE,
            StatusReason.USER,
            "Custom",
            limits,
            SettingsDocument.parse(settings),
            3,
            Optional.of(NOW.minusSeconds(7200)),
            NOW.minusSeconds(7200)));
    return id;
  }

  private void verify(String host, SiteTerms terms) {
    sites.add(
        new Site(
            new SiteId(new UUID(2, host.hashCode())),
            OWNER,
            Host.parse(host),
            Optional.of(new Verification(ProofMethod.FILE, terms)),
            Optional.of(NOW),
            NOW));
  }

  private Project project(ProjectId id) {
    return projects.find(OWNER, id).orElseThrow();
  }

  private static String entering(String urls) {
    return "{\"entryUrls\":\"" + urls + "\"}";
  }

  @Test
  void asks_for_the_visits_of_this_minute_at_the_entry_host() {
    verify("shop.example", NO_TERMS);
    active(1, new VisitLimits(24_000, 0, Optional.empty()), entering("https://shop.example/"));
    pacer.pace();
    Reservation asked = budgets.reservations().get(0);
    assertThat(asked.wish().host()).isEqualTo(Host.parse("shop.example"));
    assertThat(asked.wish().projectEpoch()).isEqualTo(3);
    assertThat(asked.wish().spread()).isTrue();
    assertThat(asked.wish().window().end()).isEqualTo("2026-11-23T12:01:00Z");
    assertThat(asked.room().countedSince()).isEqualTo("2026-11-23T12:00:00Z");
    assertThat(asked.room().hostPerMinute()).isEqualTo(60);
    assertThat(asked.allowed().visits()).isBetween(16L, 17L);
  }

  @Test
  void the_stricter_of_site_and_operator_caps_the_host() {
    verify("shop.example", new SiteTerms(OptionalInt.of(5), Optional.empty()));
    active(1, VisitLimits.none(), entering("https://shop.example/"));
    pacer.pace();
    assertThat(budgets.reservations().get(0).room().hostPerMinute()).isEqualTo(5);
  }

  @Test
  void outside_its_hours_a_host_is_granted_nothing_and_its_project_goes_on() {
    verify("night.example", SiteTerms.parse("hours: 22:00-06:00"));
    verify("shop.example", SiteTerms.parse("hours: 08:00-20:00"));
    ProjectId closed = active(1, VisitLimits.none(), entering("https://night.example/"));
    ProjectId mixed =
        active(2, VisitLimits.none(), entering("https://night.example/\\nhttps://shop.example/"));
    pacer.pace();
    assertThat(project(closed).isActive()).isTrue();
    Reservation night = budgets.reservations().get(0);
    assertThat(night.wish().project()).isEqualTo(closed);
    assertThat(night.allowed().visits()).isZero();
    assertThat(night.allowed().cap()).contains(BindingCap.SITE_TERMS);
    Reservation day = budgets.reservations().get(1);
    assertThat(day.wish().project()).isEqualTo(mixed);
    assertThat(day.wish().host()).isEqualTo(Host.parse("shop.example"));
    assertThat(day.allowed().visits()).isPositive();
  }

  @Test
  void a_host_without_a_live_proof_stops_its_project_unvisited() {
    verify("shop.example", NO_TERMS);
    verify("old.example", new SiteTerms(OptionalInt.empty(), Optional.of(NOW.minusSeconds(1))));
    ProjectId foreign =
        active(1, VisitLimits.none(), entering("https://shop.example/\\nhttps://other.example/"));
    ProjectId outdated = active(2, VisitLimits.none(), entering("https://old.example/"));
    pacer.pace();
    assertThat(budgets.reservations()).isEmpty();
    assertThat(project(foreign).reason()).isEqualTo(StatusReason.UNVERIFIED);
    assertThat(project(outdated).reason()).isEqualTo(StatusReason.UNVERIFIED);
    assertThat(feed.events()).hasSize(2).allMatch(LiveEvent.ProjectStopped.class::isInstance);
  }

  @Test
  void an_expired_project_and_one_that_delivered_its_target_complete() {
    verify("shop.example", NO_TERMS);
    ProjectId expired =
        active(1, new VisitLimits(0, 0, Optional.of(NOW)), entering("https://shop.example/"));
    pacer.pace();
    assertThat(project(expired).status()).isEqualTo(ProjectStatus.COMPLETED);
    assertThat(project(expired).reason()).isEqualTo(StatusReason.EXPIRED);
    assertThat(budgets.reservations()).isEmpty();

    ProjectId delivered =
        active(2, new VisitLimits(0, 20, Optional.empty()), entering("https://shop.example/"));
    budgets.answerReserve(reservation -> new ReserveOutcome.Delivered());
    pacer.pace();
    assertThat(project(delivered).reason()).isEqualTo(StatusReason.TARGET);
  }

  @Test
  void a_schedule_that_ended_completes_its_project_and_cuts_the_window_before() {
    verify("shop.example", NO_TERMS);
    String urls = "{\"entryUrls\":\"https://shop.example/\",\"scheduleEnd\":";
    ProjectId over = active(1, VisitLimits.none(), urls + "\"2026-11-23T12:00:30Z\"}");
    active(2, VisitLimits.none(), urls + "\"2026-11-23T12:00:45Z\"}");
    pacer.pace();
    assertThat(project(over).reason()).isEqualTo(StatusReason.EXPIRED);
    assertThat(budgets.reservations().get(0).wish().window().end())
        .isEqualTo("2026-11-23T12:00:45Z");
  }

  @Test
  void settings_that_cannot_be_run_any_more_stop_their_project() {
    ProjectId id = active(1, VisitLimits.none(), "{}");
    pacer.pace();
    assertThat(project(id).status()).isEqualTo(ProjectStatus.STOPPED);
    assertThat(project(id).reason()).isEqualTo(StatusReason.UNHEALTHY);
  }

  @Test
  void a_project_that_fails_stops_none_of_the_others() {
    verify("shop.example", NO_TERMS);
    ProjectId poisoned = active(1, VisitLimits.none(), entering("https://shop.example/"));
    active(2, VisitLimits.none(), entering("https://shop.example/"));
    budgets.answerReserve(reservation -> {
      if (reservation.wish().project().equals(poisoned)) {
        throw new IllegalStateException("poison");
      }
      return new ReserveOutcome.Reserved(reservation.wish());
    });
    assertThatThrownBy(pacer::pace).hasMessage("poison");
    assertThat(budgets.reservations()).hasSize(2);
  }
}
