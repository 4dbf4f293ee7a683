package io.trafficgen.application.visit;

import static org.assertj.core.api.Assertions.assertThat;

import io.trafficgen.application.port.DueVisits;
import io.trafficgen.application.port.Reservation;
import io.trafficgen.application.port.ReserveOutcome;
import io.trafficgen.domain.project.Project;
import io.trafficgen.domain.project.ProjectId;
import io.trafficgen.domain.project.StatusReason;
import io.trafficgen.domain.project.VisitLimits;
import io.trafficgen.domain.site.Host;
import io.trafficgen.domain.visit.BindingCap;
import io.trafficgen.domain.visit.DueSpan;
import io.trafficgen.domain.visit.HostPause;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What holds visits back, and what a project does that comes to its end. */
class PaceTroubleTest {
  private static final Host SHOP = Host.parse("shop.example");
  private static final String URL = "https://shop.example/";

  private final PacedProjects paced = new PacedProjects();

  @Test
  void a_host_that_asked_for_a_pause_holds_all_projects_back_that_visit_it() {
    paced.verify("shop.example", PacedProjects.NO_TERMS);
    paced.verify("blog.example", PacedProjects.NO_TERMS);
    paced.active(1, VisitLimits.none(), PacedProjects.entering(URL));
    paced.active(
        2,
        VisitLimits.none(),
        "{\"entryUrls\":\"https://blog.example/\",\"exitUrls\":\"" + URL + "\"}");
    ProjectId free =
        paced.active(3, VisitLimits.none(), PacedProjects.entering("https://blog.example/"));
    paced.pauses.pause(new HostPause(SHOP, PacedProjects.NOW.plusSeconds(1)));
    paced.pacer.pace();
    assertThat(paced.budgets.reservations())
        .filteredOn(asked -> asked.allowed().visits() > 0)
        .extracting(asked -> asked.wish().project())
        .containsExactly(free);
    assertThat(paced.budgets.reservations().getFirst().allowed().cap())
        .contains(BindingCap.RETRY_AFTER);
  }

  @Test
  void a_pacer_that_comes_late_asks_for_the_rest_of_the_minute_a_quarter_faster() {
    paced.verify("shop.example", PacedProjects.NO_TERMS);
    paced.active(1, new VisitLimits(86_400, 0, Optional.empty()), PacedProjects.entering(URL));
    paced.pacer.pace();
    Reservation asked = paced.budgets.reservations().getFirst();
    assertThat(asked.allowed().visits()).isEqualTo(60);
    assertThat(asked.chunk()).isEqualTo(38);
  }

  @Test
  void a_renewed_project_begins_its_target_and_its_expiry_anew() {
    paced.verify("shop.example", PacedProjects.NO_TERMS);
    String renewing = "{\"entryUrls\":\"" + URL + "\",\"autoRenew\":true}";
    ProjectId expired =
        paced.active(1, new VisitLimits(0, 0, Optional.of(PacedProjects.NOW)), renewing);
    ProjectId delivered = paced.active(2, new VisitLimits(0, 20, Optional.empty()), renewing);
    paced.budgets.answerReserve(reservation -> new ReserveOutcome.Delivered());
    paced.pacer.pace();
    Project renewed = paced.project(expired);
    assertThat(renewed.isActive()).isTrue();
    assertThat(renewed.startedAt()).contains(PacedProjects.NOW);
    assertThat(renewed.limits().expiresAt()).contains(PacedProjects.NOW.plusSeconds(7_200));
    assertThat(paced.project(delivered).isActive()).isTrue();
  }

  @Test
  void a_schedule_that_ended_is_not_renewed() {
    paced.verify("shop.example", PacedProjects.NO_TERMS);
    ProjectId over =
        paced.active(
            1,
            VisitLimits.none(),
            "{\"entryUrls\":\""
                + URL
                + "\",\"autoRenew\":true,\"scheduleEnd\":\"2026-11-23T12:00:30Z\"}");
    paced.pacer.pace();
    assertThat(paced.project(over).reason()).isEqualTo(StatusReason.EXPIRED);
  }

  @Test
  void missing_funds_are_noted_once_until_there_are_some() {
    paced.verify("shop.example", PacedProjects.NO_TERMS);
    ProjectId poor = paced.active(1, VisitLimits.none(), PacedProjects.entering(URL));
    paced.budgets.answerReserve(reservation -> new ReserveOutcome.Bound(BindingCap.FUNDS));
    paced.pacer.pace();
    paced.pacer.pace();
    assertThat(paced.notices.broke()).containsExactly(poor);
    paced.budgets.answerReserve(reservation -> new ReserveOutcome.Reserved(reservation.wish()));
    paced.pacer.pace();
    paced.budgets.answerReserve(reservation -> new ReserveOutcome.Bound(BindingCap.FUNDS));
    paced.pacer.pace();
    assertThat(paced.notices.broke()).containsExactly(poor, poor);
  }

  @Test
  void due_visits_are_counted_up_to_the_running_minute_from_where_they_were_counted_last() {
    paced.active(1, new VisitLimits(86_400, 0, Optional.empty()), PacedProjects.entering(URL));
    paced.active(2, VisitLimits.none(), PacedProjects.entering(URL));
    CountedVisits counted = new CountedVisits();
    new CountDropped(paced.projects, counted, InstantSource.fixed(PacedProjects.NOW)).count();
    new CountDropped(paced.projects, counted, InstantSource.fixed(PacedProjects.NOW)).count();
    Instant started = PacedProjects.NOW.minusSeconds(7_200);
    Instant minute = PacedProjects.NOW.minusSeconds(30);
    assertThat(counted.spans)
        .containsExactly(new DueSpan(LocalDate.parse("2026-11-23"), started, minute, 7_170));
  }

  private static final class CountedVisits implements DueVisits {
    private final List<DueSpan> spans = new ArrayList<>();
    private Optional<Instant> until = Optional.empty();

    @Override
    public Optional<Instant> countedUntil(ProjectId project) {
      return until;
    }

    @Override
    public void count(
        ProjectId project, Optional<Instant> from, Instant until, List<DueSpan> spans) {
      this.spans.addAll(spans);
      this.until = Optional.of(until);
    }
  }
}
