package io.trafficgen.application.port;

import io.trafficgen.domain.visit.LiveEvent;
import java.time.Instant;
import java.util.List;

/** What the other engine processes on this database store: hits, and receipts that are final. */
public interface OtherNodes {
  /** Where what is stored from now on begins. */
  Place now();

  /**
   * What became readable from {@code place} on, each once, whatever the order of commits: hits,
   * then failed visits as they were stored and completed ones as they were charged.
   *
   * @param oldest what happened before is not live any more and left out
   * @param most events of each kind, and as many more as were stored with the last of them
   */
  News since(Place place, Instant oldest, int most);

  /** How far a reader has come. */
  record Place(long hits, long visits) {}

  /**
   * @param next where the next read goes on
   * @param more whether more is there already
   */
  record News(List<LiveEvent> events, Place next, boolean more) {
    public News {
      events = List.copyOf(events);
    }
  }
}
