package io.trafficgen.application.port;

import io.trafficgen.domain.visit.LiveEvent;
import java.time.Duration;
import java.util.List;

/** One watcher's bounded queue; when it is full the oldest events give way. */
public interface LiveSubscription extends AutoCloseable {
  /** Waits at most {@code timeout} for events and takes all that are there. */
  Batch take(Duration timeout) throws InterruptedException;

  @Override
  void close();

  /**
   * @param dropped events that gave way since the last batch
   */
  record Batch(List<Numbered> events, long dropped) {}

  /**
   * @param id names the event's place, for {@code Last-Event-ID}
   */
  record Numbered(String id, LiveEvent event) {}
}
