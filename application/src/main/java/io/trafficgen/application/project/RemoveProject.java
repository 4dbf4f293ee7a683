package io.trafficgen.application.project;

import io.trafficgen.application.port.LiveFeed;
import io.trafficgen.application.port.ProjectChanges;
import io.trafficgen.domain.account.AccountId;
import io.trafficgen.domain.project.Project;
import io.trafficgen.domain.project.ProjectId;
import io.trafficgen.domain.project.StatusReason;
import io.trafficgen.domain.visit.LiveEvent;
import java.time.InstantSource;
import java.util.Optional;

/** Removes a project from its owner's sight, stopping it first; the books keep what it did. */
public final class RemoveProject {
  private final ProjectChanges projects;
  private final LiveFeed feed;
  private final InstantSource clock;

  public RemoveProject(ProjectChanges projects, LiveFeed feed, InstantSource clock) {
    this.projects = projects;
    this.feed = feed;
    this.clock = clock;
  }

  /** False if the owner has no such project. */
  public boolean remove(AccountId owner, ProjectId id) {
    Optional<Project> removed = projects.remove(owner, id, clock.instant());
    removed
        .filter(Project::isActive)
        .ifPresent(project ->
            feed.publish(new LiveEvent.ProjectStopped(owner, id, StatusReason.USER.wireName())));
    return removed.isPresent();
  }
}
