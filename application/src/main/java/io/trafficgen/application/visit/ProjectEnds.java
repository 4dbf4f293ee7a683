package io.trafficgen.application.visit;

import io.trafficgen.application.port.Ledger;
import io.trafficgen.application.port.LiveFeed;
import io.trafficgen.application.port.ProjectChanges;
import io.trafficgen.application.port.Projects;
import io.trafficgen.domain.InvalidValueException;
import io.trafficgen.domain.project.Project;
import io.trafficgen.domain.project.StatusReason;
import io.trafficgen.domain.settings.ProjectSettings;
import io.trafficgen.domain.visit.LiveEvent;
import java.time.Instant;

/** How a project that the engine runs ends, or begins anew where its owner wants that. */
public final class ProjectEnds {
  private final Projects projects;
  private final ProjectChanges changes;
  private final Ledger ledger;
  private final LiveFeed feed;

  public ProjectEnds(Projects projects, ProjectChanges changes, Ledger ledger, LiveFeed feed) {
    this.projects = projects;
    this.changes = changes;
    this.ledger = ledger;
    this.feed = feed;
  }

  void end(Project project, StatusReason reason) {
    projects
        .end(project.account(), project.id(), reason)
        .ifPresent(ended ->
            feed.publish(
                new LiveEvent.ProjectStopped(project.account(), project.id(), reason.wireName())));
  }

  /** Ends the project, unless {@code autoRenew} re-arms it and a visit can be paid. */
  void renewOrEnd(Project project, StatusReason reason, Instant now) {
    if (renews(project) && ledger.balance(project.account()).affordableVisits() > 0) {
      changes.renew(project, now);
    } else {
      end(project, reason);
    }
  }

  private static boolean renews(Project project) {
    try {
      return ProjectSettings.parse(project.settings()).supervision().autoRenew();
    } catch (InvalidValueException unusable) {
      return false;
    }
  }
}
