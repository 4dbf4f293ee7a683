package io.trafficgen.application.visit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.trafficgen.application.Fixtures;
import io.trafficgen.application.port.Reservation;
import io.trafficgen.application.port.ReserveOutcome;
import io.trafficgen.domain.audit.AuditAction;
import io.trafficgen.domain.audit.AuditEntry;
import io.trafficgen.domain.project.ProjectId;
import io.trafficgen.domain.project.ProjectStatus;
import io.trafficgen.domain.project.StatusReason;
import io.trafficgen.domain.project.VisitLimits;
import io.trafficgen.domain.safety.HostRule;
import io.trafficgen.domain.safety.KillScope;
import io.trafficgen.domain.safety.KillSwitch;
import io.trafficgen.domain.safety.KillTarget;
import io.trafficgen.domain.site.Host;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class PaceProjectsTest {
  private final PacedProjects paced = new PacedProjects();

  @Test
  void asks_for_the_visits_of_this_minute_at_the_entry_host() {
    paced.verify("shop.example", PacedProjects.NO_TERMS);
    paced.active(
        1,
        new VisitLimits(24_000, 0, Optional.empty()),
        PacedProjects.entering("https://shop.example/"));
    paced.pacer.pace();
    Reservation asked = paced.budgets.reservations().get(0);
    assertThat(asked.wish().host()).isEqualTo(Host.parse("shop.example"));
    assertThat(asked.wish().projectEpoch()).isEqualTo(3);
    assertThat(asked.wish().spread()).isTrue();
    assertThat(asked.wish().window().end()).isEqualTo("2026-11-23T12:01:00Z");
    assertThat(asked.room().countedSince()).isEqualTo("2026-11-23T12:00:00Z");
    assertThat(asked.room().hostPerMinute()).isEqualTo(60);
    assertThat(asked.allowed().visits()).isBetween(16L, 17L);
  }

  @Test
  void an_expired_project_and_one_that_delivered_its_target_complete() {
    paced.verify("shop.example", PacedProjects.NO_TERMS);
    ProjectId expired =
        paced.active(
            1,
            new VisitLimits(0, 0, Optional.of(PacedProjects.NOW)),
            PacedProjects.entering("https://shop.example/"));
    paced.pacer.pace();
    assertThat(paced.project(expired).status()).isEqualTo(ProjectStatus.COMPLETED);
    assertThat(paced.project(expired).reason()).isEqualTo(StatusReason.EXPIRED);
    assertThat(paced.budgets.reservations()).isEmpty();

    ProjectId delivered =
        paced.active(
            2,
            new VisitLimits(0, 20, Optional.empty()),
            PacedProjects.entering("https://shop.example/"));
    paced.budgets.answerReserve(reservation -> new ReserveOutcome.Delivered());
    paced.pacer.pace();
    assertThat(paced.project(delivered).reason()).isEqualTo(StatusReason.TARGET);
  }

  @Test
  void a_schedule_that_ended_completes_its_project_and_cuts_the_window_before() {
    paced.verify("shop.example", PacedProjects.NO_TERMS);
    String urls = "{\"entryUrls\":\"https://shop.example/\",\"scheduleEnd\":";
    ProjectId over = paced.active(1, VisitLimits.none(), urls + "\"2026-11-23T12:00:30Z\"}");
    paced.active(2, VisitLimits.none(), urls + "\"2026-11-23T12:00:45Z\"}");
    paced.pacer.pace();
    assertThat(paced.project(over).reason()).isEqualTo(StatusReason.EXPIRED);
    assertThat(paced.budgets.reservations().get(0).wish().window().end())
        .isEqualTo("2026-11-23T12:00:45Z");
  }

  @Test
  void an_admins_cap_is_asked_for_and_what_the_operator_stopped_is_ended() {
    paced.verify("shop.example", PacedProjects.NO_TERMS);
    Host host = Host.parse("shop.example");
    ProjectId id =
        paced.active(1, VisitLimits.none(), PacedProjects.entering("https://shop.example/"));
    AuditEntry entry = Fixtures.entry(paced.project(id).account(), AuditAction.HOST_CHANGED);
    UnaryOperator<HostRule> change = rule -> new HostRule(host, OptionalInt.of(240), false);
    paced.safeguards.change(host, change, entry, PacedProjects.NOW);
    paced.pacer.pace();
    assertThat(paced.budgets.reservations().get(0).room().hostPerMinute()).isEqualTo(240);

    KillTarget everything = new KillTarget(KillScope.GLOBAL, "");
    paced.safeguards.put(
        new KillSwitch(Fixtures.uuid(), everything, true, "quiet", PacedProjects.NOW, 0), entry);
    ProjectId late =
        paced.active(2, VisitLimits.none(), PacedProjects.entering("https://shop.example/"));
    paced.pacer.pace();
    assertThat(paced.project(late).reason()).isEqualTo(StatusReason.KILLED);
    assertThat(paced.budgets.reservations()).hasSize(1);
  }

  @Test
  void settings_that_cannot_be_run_any_more_stop_their_project() {
    ProjectId id = paced.active(1, VisitLimits.none(), "{}");
    paced.pacer.pace();
    assertThat(paced.project(id).status()).isEqualTo(ProjectStatus.STOPPED);
    assertThat(paced.project(id).reason()).isEqualTo(StatusReason.UNHEALTHY);
  }

  @Test
  void a_project_that_fails_stops_none_of_the_others() {
    paced.verify("shop.example", PacedProjects.NO_TERMS);
    ProjectId poisoned =
        paced.active(1, VisitLimits.none(), PacedProjects.entering("https://shop.example/"));
    paced.active(2, VisitLimits.none(), PacedProjects.entering("https://shop.example/"));
    paced.budgets.answerReserve(reservation -> {
      if (reservation.wish().project().equals(poisoned)) {
        throw new IllegalStateException("poison");
      }
      return new ReserveOutcome.Reserved(reservation.wish());
    });
    assertThatThrownBy(paced.pacer::pace).hasMessage("poison");
    assertThat(paced.budgets.reservations()).hasSize(2);
  }
}
