package io.trafficgen.application.live;

import io.trafficgen.application.port.LiveFeed;
import io.trafficgen.application.port.LiveSubscription;
import io.trafficgen.application.port.Projects;
import io.trafficgen.domain.account.AccountId;
import io.trafficgen.domain.project.ProjectId;
import java.util.Optional;

/** Lets an owner watch one of his projects. */
public final class WatchLive {
  private final LiveFeed feed;
  private final Projects projects;

  public WatchLive(LiveFeed feed, Projects projects) {
    this.feed = feed;
    this.projects = projects;
  }

  /**
   * @param since the last event that the watcher saw
   * @return empty if the owner has no such project
   */
  public Optional<LiveSubscription> watch(
      AccountId owner, ProjectId project, Optional<String> since) {
    return projects.find(owner, project).map(found -> feed.subscribe(Optional.of(project), since));
  }
}
