package io.trafficgen.application.visit;

import static org.assertj.core.api.Assertions.assertThat;

import io.trafficgen.domain.exit.ExitList;
import io.trafficgen.domain.project.ProjectId;
import io.trafficgen.domain.project.ProjectStatus;
import io.trafficgen.domain.project.StatusReason;
import io.trafficgen.domain.project.VisitLimits;
import io.trafficgen.domain.visit.BindingCap;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PaceExitsTest {
  private static final ExitList GERMAN =
      ExitList.parse(
          "[{\"id\":\"de-1\",\"country\":\"DE\",\"direct\":true}]"
              .getBytes(StandardCharsets.UTF_8));

  private final PacedProjects paced = new PacedProjects(GERMAN);

  @Test
  void what_no_exit_can_ever_meet_is_granted_nothing_and_says_so() {
    ProjectId project = active("\"geoTargets\":[{\"cc\":\"FR\",\"w\":1}]");
    paced.pacer.pace();

    assertThat(paced.budgets.reservations().get(0).allowed().visits()).isZero();
    assertThat(paced.budgets.reservations().get(0).allowed().cap()).contains(BindingCap.NO_EXIT);
    assertThat(paced.project(project).status()).isEqualTo(ProjectStatus.ACTIVE);
    assertThat(paced.pace(project).named(BindingCap.SITE_TERMS)).isEqualTo(BindingCap.NO_EXIT);
    assertThat(paced.pace(project).hours().bears().test(PacedProjects.NOW)).isFalse();
  }

  @Test
  void a_shortage_of_one_country_binds_nothing() {
    ProjectId project = active("\"geoTargets\":[{\"cc\":\"FR\",\"w\":1},{\"cc\":\"DE\",\"w\":1}]");
    paced.pacer.pace();

    assertThat(paced.budgets.reservations().get(0).allowed().cap())
        .isNotEqualTo(Optional.of(BindingCap.NO_EXIT));
    assertThat(paced.pace(project).named(BindingCap.SITE_TERMS)).isEqualTo(BindingCap.SITE_TERMS);
  }

  @Test
  void a_project_that_wishes_so_stops_at_the_first_shortage() {
    ProjectId project =
        active(
            "\"geoTargets\":[{\"cc\":\"FR\",\"w\":1},{\"cc\":\"DE\",\"w\":1}],"
                + "\"qa\":{\"ifGeoUnavailable\":\"stop\"}");
    paced.pacer.pace();

    assertThat(paced.project(project).status()).isEqualTo(ProjectStatus.STOPPED);
    assertThat(paced.project(project).reason()).isEqualTo(StatusReason.NO_EXIT);
    assertThat(paced.budgets.reservations()).isEmpty();
  }

  @Test
  void exits_that_are_down_bind_until_they_are_back() {
    active("\"trafficSpeed\":100");
    for (int failures = 0; failures < 2; failures++) {
      paced.exits.checked(GERMAN.exits().get(0), Optional.of("no answer"), PacedProjects.NOW);
    }
    paced.pacer.pace();
    assertThat(paced.budgets.reservations().get(0).allowed().cap()).contains(BindingCap.NO_EXIT);

    paced.exits.checked(GERMAN.exits().get(0), Optional.empty(), PacedProjects.NOW);
    paced.pacer.pace();
    assertThat(paced.budgets.reservations().get(1).allowed().visits()).isPositive();
  }

  private ProjectId active(String settings) {
    paced.verify("shop.example", PacedProjects.NO_TERMS);
    return paced.active(
        1, VisitLimits.none(), "{\"entryUrls\":\"https://shop.example/\"," + settings + "}");
  }
}
