package io.trafficgen.application.visit;

import io.trafficgen.application.OneByOne;
import io.trafficgen.application.port.LiveFeed;
import io.trafficgen.application.port.Projects;
import io.trafficgen.application.port.RunHealths;
import io.trafficgen.domain.InvalidValueException;
import io.trafficgen.domain.account.AccountId;
import io.trafficgen.domain.project.Project;
import io.trafficgen.domain.project.ProjectId;
import io.trafficgen.domain.project.StatusReason;
import io.trafficgen.domain.settings.ProjectSettings;
import io.trafficgen.domain.settings.StopRule;
import io.trafficgen.domain.visit.Breaker;
import io.trafficgen.domain.visit.LiveEvent;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Stops projects whose own rules say so ({@code qa.stopOn}). Judges those whose visits this node
 * has stored, by what all nodes have stored; what is granted to them starts no further visit.
 */
public final class JudgeProjects {
  private final Outbox outbox;
  private final Projects projects;
  private final RunHealths healths;
  private final LiveFeed feed;
  private final Map<ProjectId, AccountId> waiting = new HashMap<>();

  public JudgeProjects(Outbox outbox, Projects projects, RunHealths healths, LiveFeed feed) {
    this.outbox = outbox;
    this.projects = projects;
    this.healths = healths;
    this.feed = feed;
  }

  /** Judges what is new; what cannot be read is judged by the next call. */
  public synchronized void judge() {
    waiting.putAll(outbox.takeUnjudged());
    OneByOne.each(
        Map.copyOf(waiting).entrySet(),
        entry -> {
          projects
              .find(entry.getValue(), entry.getKey())
              .filter(Project::isActive)
              .ifPresent(project -> verdict(project).ifPresent(reason -> end(project, reason)));
          waiting.remove(entry.getKey());
        });
  }

  private Optional<StatusReason> verdict(Project project) {
    try {
      StopRule rule = ProjectSettings.parse(project.settings()).supervision().stopRule();
      return Breaker.trips(
          rule,
          healths.of(
              project.id(),
              project.startedAt().orElse(project.createdAt()),
              rule.windowVisits(),
              rule.p95().isPresent()));
    } catch (InvalidValueException unusable) {
      // The pacer stops such a project on its next pass.
      return Optional.empty();
    }
  }

  private void end(Project project, StatusReason reason) {
    projects
        .end(project.account(), project.id(), reason)
        .ifPresent(ended ->
            feed.publish(
                new LiveEvent.ProjectStopped(project.account(), project.id(), reason.wireName())));
  }
}
