package io.trafficgen.application.contract;

import static io.trafficgen.application.Fixtures.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.trafficgen.application.Fixtures;
import io.trafficgen.application.port.Accounts;
import io.trafficgen.application.port.ProjectChanges;
import io.trafficgen.application.port.Projects;
import io.trafficgen.domain.PageRequest;
import io.trafficgen.domain.account.Account;
import io.trafficgen.domain.project.Project;
import io.trafficgen.domain.project.StatusReason;
import io.trafficgen.domain.project.VisitLimits;
import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** What every {@link ProjectChanges} keeps. */
public interface ProjectChangesContract {
  Accounts accounts();

  Projects projects();

  ProjectChanges changes();

  @Test
  default void changes_name_plan_and_limits_of_the_owners_project_alone() {
    Project project = active();
    VisitLimits limits = new VisitLimits(7, 9, Optional.of(NOW.plusSeconds(60)));
    UnaryOperator<Project> change = before -> before.changed("New", "Gold", limits, NOW);

    assertThat(changes().change(active().account(), project.id(), change)).isEmpty();
    Project changed = changes().change(project.account(), project.id(), change).orElseThrow();

    assertThat(changed).isEqualTo(project.changed("New", "Gold", limits, NOW));
    assertThat(changed.isActive()).isTrue();
    assertThat(changed.epoch()).isGreaterThan(project.epoch());
    assertThat(projects().find(project.account(), project.id())).contains(changed);
  }

  @Test
  default void wider_limits_leave_the_epoch_and_with_it_what_is_granted() {
    Project project = active();
    Project limited =
        changes()
            .change(project.account(), project.id(), before -> limited(before, 10))
            .orElseThrow();
    Project wider =
        changes()
            .change(project.account(), project.id(), before -> limited(before, 11))
            .orElseThrow();
    assertThat(wider.epoch()).isEqualTo(limited.epoch());
  }

  @Test
  default void an_expiry_lies_as_far_ahead_again_however_often_its_project_was_started() {
    Project project = active();
    Instant end = NOW.plusSeconds(90_000);
    VisitLimits limits = new VisitLimits(0, 0, Optional.of(end));
    changes()
        .change(
            project.account(),
            project.id(),
            before -> before.changed(before.name(), before.planType(), limits, NOW));
    Project restarted =
        projects().start(project.account(), project.id(), end.minusSeconds(10)).orElseThrow();

    changes().renew(restarted, end.minusSeconds(1));
    assertThat(projects().find(project.account(), project.id())).contains(restarted);
    changes().renew(project, end);
    assertThat(projects().find(project.account(), project.id())).contains(restarted);

    changes().renew(restarted, end);
    Project renewed = projects().find(project.account(), project.id()).orElseThrow();
    assertThat(renewed.limits().expiresAt()).contains(end.plusSeconds(90_000));
    assertThat(renewed.startedAt()).contains(end);
    changes().renew(renewed, end.plusSeconds(90_000));
    assertThat(projects().find(project.account(), project.id()).orElseThrow().limits().expiresAt())
        .contains(end.plusSeconds(180_000));
  }

  private static Project limited(Project project, int daily) {
    return project.changed(
        project.name(), project.planType(), new VisitLimits(daily, 0, Optional.empty()), NOW);
  }

  @Test
  default void a_removed_project_is_nowhere_to_be_found() {
    Project project = active();

    assertThat(changes().remove(active().account(), project.id(), NOW)).isEmpty();
    assertThat(changes().remove(project.account(), project.id(), NOW)).contains(project);

    assertThat(changes().remove(project.account(), project.id(), NOW)).isEmpty();
    assertThat(projects().find(project.account(), project.id())).isEmpty();
    assertThat(projects().list(project.account(), new PageRequest(9, Optional.empty())).items())
        .isEmpty();
    assertThat(projects().active()).extracting(Project::id).doesNotContain(project.id());
    assertThat(projects().start(project.account(), project.id(), NOW)).isEmpty();
    assertThat(projects().end(project.account(), project.id(), StatusReason.USER)).isEmpty();
    assertThat(
            projects()
                .replaceSettings(
                    project.account(), project.id(), project.settings().etag(), project.settings()))
        .isEmpty();
    assertThat(changes().change(project.account(), project.id(), before -> before)).isEmpty();
  }

  private Project active() {
    Account owner = Fixtures.account();
    accounts().add(owner);
    Project project = Fixtures.project(owner.id());
    projects().add(project);
    return projects().start(owner.id(), project.id(), NOW).orElseThrow();
  }
}
