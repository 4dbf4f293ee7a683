package io.trafficgen.application.live;

import io.trafficgen.application.port.LiveFeed;
import io.trafficgen.application.port.OtherNodes;
import io.trafficgen.application.port.OtherNodes.News;
import io.trafficgen.application.port.OtherNodes.Place;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/** Shows watchers of this node what the others do (engine page, 4.1). */
public final class FollowNodes {
  /** What comes later than this, after a time without the database, is history. */
  private static final Duration LIVE = Duration.ofHours(1);

  private static final int BATCH = 2_000;

  private final OtherNodes nodes;
  private final LiveFeed feed;
  private final InstantSource clock;
  private Optional<Place> place = Optional.empty();

  public FollowNodes(OtherNodes nodes, LiveFeed feed, InstantSource clock) {
    this.nodes = nodes;
    this.feed = feed;
    this.clock = clock;
  }

  /** Publishes what came since the last call; the first call begins with what comes then. */
  public synchronized void follow() {
    boolean more;
    do {
      News news = nodes.since(place.orElseGet(nodes::now), clock.instant().minus(LIVE), BATCH);
      place = Optional.of(news.next());
      news.events().forEach(feed::publish);
      more = news.more();
    } while (more);
  }
}
