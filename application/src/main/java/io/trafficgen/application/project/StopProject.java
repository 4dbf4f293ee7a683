package io.trafficgen.application.project;

import io.trafficgen.application.port.LiveFeed;
import io.trafficgen.application.port.Projects;
import io.trafficgen.domain.account.AccountId;
import io.trafficgen.domain.project.Project;
import io.trafficgen.domain.project.ProjectId;
import io.trafficgen.domain.project.StatusReason;
import io.trafficgen.domain.visit.LiveEvent;
import java.util.Optional;

/** Stops a project: no new visit, no further page; one that does not run stays as it is. */
public final class StopProject {
  private final Projects projects;
  private final LiveFeed feed;
  private final ProjectReports reports;

  public StopProject(Projects projects, LiveFeed feed, ProjectReports reports) {
    this.projects = projects;
    this.feed = feed;
    this.reports = reports;
  }

  /** Empty if the owner has no such project. */
  public Optional<ProjectReport> stop(AccountId owner, ProjectId id) {
    Optional<Project> ended = projects.end(owner, id, StatusReason.USER);
    ended.ifPresent(project ->
        feed.publish(new LiveEvent.ProjectStopped(owner, id, StatusReason.USER.wireName())));
    return ended.or(() -> projects.find(owner, id)).map(reports::of);
  }
}
