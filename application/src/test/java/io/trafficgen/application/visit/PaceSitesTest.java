package io.trafficgen.application.visit;

import static org.assertj.core.api.Assertions.assertThat;

import io.trafficgen.application.port.Reservation;
import io.trafficgen.domain.project.ProjectId;
import io.trafficgen.domain.project.StatusReason;
import io.trafficgen.domain.project.VisitLimits;
import io.trafficgen.domain.site.Host;
import io.trafficgen.domain.site.SiteTerms;
import io.trafficgen.domain.visit.BindingCap;
import io.trafficgen.domain.visit.LiveEvent;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** Which sites a project may visit, and when. */
class PaceSitesTest {
  private final PacedProjects paced = new PacedProjects();

  @Test
  void the_stricter_of_site_and_operator_caps_the_host() {
    paced.verify("shop.example", new SiteTerms(OptionalInt.of(5), Optional.empty()));
    paced.active(1, VisitLimits.none(), PacedProjects.entering("https://shop.example/"));
    paced.pacer.pace();
    assertThat(paced.budgets.reservations().get(0).room().hostPerMinute()).isEqualTo(5);
  }

  @Test
  void outside_its_hours_a_host_is_granted_nothing_and_its_project_goes_on() {
    paced.verify("night.example", SiteTerms.parse("hours: 22:00-06:00"));
    paced.verify("shop.example", SiteTerms.parse("hours: 08:00-20:00"));
    ProjectId closed =
        paced.active(1, VisitLimits.none(), PacedProjects.entering("https://night.example/"));
    ProjectId mixed =
        paced.active(
            2,
            VisitLimits.none(),
            PacedProjects.entering("https://night.example/\\nhttps://shop.example/"));
    paced.pacer.pace();
    assertThat(paced.project(closed).isActive()).isTrue();
    Reservation night = paced.budgets.reservations().get(0);
    assertThat(night.wish().project()).isEqualTo(closed);
    assertThat(night.allowed().visits()).isZero();
    assertThat(night.allowed().cap()).contains(BindingCap.SITE_TERMS);
    Reservation day = paced.budgets.reservations().get(1);
    assertThat(day.wish().project()).isEqualTo(mixed);
    assertThat(day.wish().host()).isEqualTo(Host.parse("shop.example"));
    assertThat(day.allowed().visits()).isPositive();
  }

  @Test
  void a_host_without_a_live_proof_stops_its_project_unvisited() {
    paced.verify("shop.example", PacedProjects.NO_TERMS);
    paced.verify(
        "old.example",
        new SiteTerms(OptionalInt.empty(), Optional.of(PacedProjects.NOW.minusSeconds(1))));
    ProjectId foreign =
        paced.active(
            1,
            VisitLimits.none(),
            PacedProjects.entering("https://shop.example/\\nhttps://other.example/"));
    ProjectId outdated =
        paced.active(2, VisitLimits.none(), PacedProjects.entering("https://old.example/"));
    paced.pacer.pace();
    assertThat(paced.budgets.reservations()).isEmpty();
    assertThat(paced.project(foreign).reason()).isEqualTo(StatusReason.UNVERIFIED);
    assertThat(paced.project(outdated).reason()).isEqualTo(StatusReason.UNVERIFIED);
    assertThat(paced.feed.events()).hasSize(2).allMatch(LiveEvent.ProjectStopped.class::isInstance);
  }

  @Test
  void no_visit_begins_while_a_site_that_follows_is_closed() {
    paced.verify("shop.example", PacedProjects.NO_TERMS);
    paced.verify("pay.example", SiteTerms.parse("hours: 08:00-10:00"));
    paced.active(1, VisitLimits.none(), leadingOn("\"exitUrls\":\"https://pay.example/\""));
    paced.pacer.pace();
    Reservation asked = paced.budgets.reservations().get(0);
    assertThat(asked.allowed().visits()).isZero();
    assertThat(asked.allowed().cap()).contains(BindingCap.SITE_TERMS);
  }

  @Test
  void a_site_that_no_visit_comes_to_closes_nothing() {
    paced.verify("shop.example", PacedProjects.NO_TERMS);
    paced.verify("pay.example", SiteTerms.parse("hours: 08:00-10:00"));
    paced.active(1, VisitLimits.none(), leadingOn("\"innerUrls\":\"https://pay.example/\""));
    paced.active(
        2,
        VisitLimits.none(),
        leadingOn("\"exitUrls\":\"https://pay.example/\",\"bounceRate\":100"));
    paced.pacer.pace();
    assertThat(paced.budgets.reservations())
        .hasSize(2)
        .allMatch(asked -> asked.allowed().visits() > 0);
  }

  @Test
  void visits_wait_for_the_first_moment_that_every_site_of_theirs_bears() {
    paced.verify("shop.example", SiteTerms.parse("hours: 11:00-12:30, 15:00-17:00"));
    paced.verify("pay.example", SiteTerms.parse("hours: 14:00-16:00"));
    ProjectId id =
        paced.active(1, VisitLimits.none(), leadingOn("\"exitUrls\":\"https://pay.example/\""));
    ProjectPace pace = paced.pace(id);
    assertThat(pace.opensAt()).isEqualTo("2026-11-23T15:00:00Z");
    assertThat(pace.entryHosts()).containsExactly(Host.parse("shop.example"));
    assertThat(pace.hours().bears().test(PacedProjects.NOW)).isFalse();
    assertThat(pace.hours().bears().test(pace.opensAt())).isTrue();
  }

  @Test
  void a_project_whose_pages_can_never_be_visited_is_stopped_before_it_fails_on_them() {
    paced.verify("shop.example", SiteTerms.parse("paths: /shop"));
    paced.verify("day.example", SiteTerms.parse("hours: 08:00-20:00"));
    paced.verify("night.example", SiteTerms.parse("hours: 20:00-08:00"));
    ProjectId outside =
        paced.active(1, VisitLimits.none(), PacedProjects.entering("https://shop.example/admin"));
    ProjectId never =
        paced.active(
            2,
            VisitLimits.none(),
            "{\"entryUrls\":\"https://day.example/\",\"exitUrls\":\"https://night.example/\"}");
    paced.pacer.pace();
    assertThat(paced.budgets.reservations()).isEmpty();
    assertThat(paced.project(outside).reason()).isEqualTo(StatusReason.UNVERIFIED);
    assertThat(paced.project(never).reason()).isEqualTo(StatusReason.UNVERIFIED);
  }

  private static String leadingOn(String more) {
    return "{\"entryUrls\":\"https://shop.example/\"," + more + "}";
  }
}
