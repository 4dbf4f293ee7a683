package io.trafficgen.application.port;

import io.trafficgen.domain.project.ProjectId;
import io.trafficgen.domain.visit.LiveEvent;
import java.util.Optional;

/** Events as they happen, to whoever watches; losing one harms nothing. */
public interface LiveFeed {
  /** Hands an event to all who watch; never waits for any of them. */
  void publish(LiveEvent event);

  /**
   * Begins to watch.
   *
   * @param project whose events are wanted; empty for all
   * @param since the last event that the watcher saw; what is still kept after it comes first
   */
  LiveSubscription subscribe(Optional<ProjectId> project, Optional<String> since);
}
