package io.trafficgen.application.safety;

import io.trafficgen.application.port.LiveFeed;
import io.trafficgen.domain.project.Project;
import io.trafficgen.domain.project.StatusReason;
import io.trafficgen.domain.visit.LiveEvent;
import java.util.List;

/** Tells of projects that the operator stopped: their watchers, and this node's engine. */
public final class StoppedProjects {
  private final LiveFeed feed;
  private final Runnable beat;

  /**
   * @param beat ends visits of this node sooner than its next turn would
   */
  public StoppedProjects(LiveFeed feed, Runnable beat) {
    this.feed = feed;
    this.beat = beat;
  }

  void tell(List<Project> stopped) {
    for (Project project : stopped) {
      feed.publish(
          new LiveEvent.ProjectStopped(
              project.account(), project.id(), StatusReason.KILLED.wireName()));
    }
    beat.run();
  }
}
