package io.trafficgen.application.live;

import io.trafficgen.application.port.LiveFeed;
import io.trafficgen.application.port.LiveSubscription;
import java.util.Optional;

/** Lets an admin watch all projects of all accounts. */
public final class WatchEverything {
  private final LiveFeed feed;

  public WatchEverything(LiveFeed feed) {
    this.feed = feed;
  }

  /**
   * @param since the last event that the watcher saw
   */
  public LiveSubscription watch(Optional<String> since) {
    return feed.subscribe(Optional.empty(), since);
  }
}
