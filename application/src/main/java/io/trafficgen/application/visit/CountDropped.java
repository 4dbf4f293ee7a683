package io.trafficgen.application.visit;

import io.trafficgen.application.OneByOne;
import io.trafficgen.application.port.DueVisits;
import io.trafficgen.application.port.Projects;
import io.trafficgen.domain.InvalidValueException;
import io.trafficgen.domain.project.Project;
import io.trafficgen.domain.settings.ProjectSettings;
import io.trafficgen.domain.visit.OnTime;
import io.trafficgen.domain.visit.Pace;
import io.trafficgen.domain.visit.Window;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Counts the visits of active projects that were due and never granted: held back by the ramp, a
 * cap of the minute, a site's hours, missing funds, or a pacer that did not run.
 */
public final class CountDropped {
  private final Projects projects;
  private final DueVisits visits;
  private final InstantSource clock;

  public CountDropped(Projects projects, DueVisits visits, InstantSource clock) {
    this.projects = projects;
    this.visits = visits;
    this.clock = clock;
  }

  /** Counts up to the running minute, which may still grant. */
  public void count() {
    Instant until = Window.from(clock.instant()).minute().start();
    OneByOne.each(projects.active(), project -> count(project, until));
  }

  private void count(Project project, Instant until) {
    Optional<Pace> open = pace(project).filter(pace -> !pace.closed());
    if (open.isEmpty()) {
      return;
    }
    Optional<Instant> counted = visits.countedUntil(project.id());
    Instant from = counted.orElse(open.get().startedAt());
    if (from.isBefore(until)) {
      visits.count(project.id(), counted, until, OnTime.due(open.get(), from, until));
    }
  }

  private static Optional<Pace> pace(Project project) {
    try {
      return Optional.of(
          Pace.of(
              ProjectSettings.parse(project.settings()),
              project.limits(),
              Integer.MAX_VALUE,
              project.startedAt().orElse(project.createdAt()),
              project.id().seed()));
    } catch (InvalidValueException unusable) {
      // The pacer stops such a project on its next pass.
      return Optional.empty();
    }
  }
}
