package io.trafficgen.application.visit;

import static org.assertj.core.api.Assertions.assertThat;

import io.trafficgen.application.fake.InMemoryProjects;
import io.trafficgen.application.port.RunHealths;
import io.trafficgen.domain.project.Project;
import io.trafficgen.domain.project.ProjectId;
import io.trafficgen.domain.project.ProjectStatus;
import io.trafficgen.domain.project.StatusReason;
import io.trafficgen.domain.project.VisitLimits;
import io.trafficgen.domain.settings.SettingsDocument;
import io.trafficgen.domain.visit.LiveEvent;
import io.trafficgen.domain.visit.RunHealth;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class JudgeProjectsTest {
  private static final Instant STARTED = Instant.parse("2026-11-23T11:00:00Z");
  private static final ProjectId PROJECT = new ProjectId(new UUID(3, 4));

  private final RunningNode node = new RunningNode();
  private final InMemoryProjects projects = new InMemoryProjects();
  private final List<String> asked = new ArrayList<>();
  private RunHealth health = new RunHealth(50, 0, 0, Optional.empty());
  private final RunHealths healths =
      (project, since, most, timed) -> {
        asked.add(since + " " + most + " " + timed);
        return health;
      };
  private final JudgeProjects judge = new JudgeProjects(node.outbox, projects, healths, node.feed);

  private void visit(String qa) {
    String settings = RunningNode.settings(",\"qa\":" + qa);
    projects.add(
        new Project(
            PROJECT,
            RunningNode.OWNER,
            "Judged",
            ProjectStatus.ACTIVE,
            StatusReason.USER,
            "Custom",
            VisitLimits.none(),
            SettingsDocument.parse(settings),
            0,
            Optional.of(STARTED),
            STARTED,
            STARTED));
    node.offer(1, 1, false, settings);
    node.run(5);
  }

  private StatusReason reason() {
    return projects.find(RunningNode.OWNER, PROJECT).orElseThrow().reason();
  }

  @Test
  void stops_a_project_whose_visits_fail_and_says_so() {
    visit("{\"stopOn\":{\"windowVisits\":40,\"p95Millis\":9}}");
    health = new RunHealth(40, 9, 0, Optional.empty());
    judge.judge();
    assertThat(reason()).isEqualTo(StatusReason.UNHEALTHY);
    assertThat(node.feed.events())
        .contains(new LiveEvent.ProjectStopped(RunningNode.OWNER, PROJECT, "unhealthy"));
    assertThat(asked).containsExactly(STARTED + " 40 true");
  }

  @Test
  void judges_once_after_visits_and_nothing_that_stopped_meanwhile() {
    visit("{}");
    judge.judge();
    judge.judge();
    assertThat(asked).containsExactly(STARTED + " 50 false");
    visit("{}");
    projects.end(RunningNode.OWNER, PROJECT, StatusReason.USER);
    judge.judge();
    assertThat(asked).hasSize(1);
  }

  @Test
  void stops_for_a_pause_that_a_site_asked_for_where_the_owner_wants_that() {
    visit("{\"stopOn\":{\"onRetryAfter\":\"stop\"}}");
    health = new RunHealth(1, 0, 1, Optional.empty());
    judge.judge();
    assertThat(reason()).isEqualTo(StatusReason.RETRY_AFTER);
    assertThat(reason().ended()).isEqualTo(ProjectStatus.STOPPED);
  }
}
