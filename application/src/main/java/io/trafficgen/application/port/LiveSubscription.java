package io.trafficgen.application.port;

import io.trafficgen.domain.visit.LiveEvent;
import java.time.Duration;
import java.util.List;

/** One watcher's place in the feed; who falls too far behind misses the oldest events. */
public interface LiveSubscription extends AutoCloseable {
  /**
   * Waits at most {@code timeout} for events and takes those that are there, up to a bound. Called
   * by one thread at a time.
   */
  Batch take(Duration timeout) throws InterruptedException;

  @Override
  void close();

  /**
   * @param dropped wanted events before these that were missed since the last batch
   */
  record Batch(List<Numbered> events, long dropped) {}

  /**
   * An event at its place; one instance for all watchers of a feed.
   *
   * @param sequence counts the events of the feed
   * @param id names the event's place, for {@code Last-Event-ID}
   */
  record Numbered(long sequence, String id, LiveEvent event) {}
}
