package io.trafficgen.web.live;

import io.trafficgen.application.port.LiveFeed;
import io.trafficgen.application.port.LiveSubscription;
import io.trafficgen.domain.visit.LiveEvent;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;

/**
 * The live feed of one process: the last events in a ring, a bounded queue for each watcher (engine
 * page, 4.5). One lock, held for a few assignments at a time: nobody waits for a reader under it.
 */
public final class RingLiveFeed implements LiveFeed {
  /** Events kept for those who come back. */
  public static final int RING_SIZE = 10_000;

  /** Events that may wait for one watcher. */
  public static final int QUEUE_SIZE = 1_000;

  private final ReentrantLock lock = new ReentrantLock();
  private final ArrayDeque<PlacedEvent> ring = new ArrayDeque<>();
  private final Set<QueuedSubscription> watchers = new LinkedHashSet<>();
  private final InstantSource clock;
  private final int ringSize;
  private final int queueSize;
  private EventPlace last = new EventPlace(0, 0);

  public RingLiveFeed(InstantSource clock) {
    this(clock, RING_SIZE, QUEUE_SIZE);
  }

  RingLiveFeed(InstantSource clock, int ringSize, int queueSize) {
    this.clock = clock;
    this.ringSize = ringSize;
    this.queueSize = queueSize;
  }

  @Override
  public void publish(LiveEvent event) {
    long now = clock.millis();
    lock.lock();
    try {
      last = last.next(now);
      PlacedEvent placed = new PlacedEvent(last, event);
      if (ring.size() == ringSize) {
        ring.removeFirst();
      }
      ring.addLast(placed);
      watchers.forEach(watcher -> watcher.offer(placed));
    } finally {
      lock.unlock();
    }
  }

  @Override
  public LiveSubscription subscribe(Predicate<LiveEvent> wanted, Optional<String> since) {
    Optional<EventPlace> seen = since.map(id -> EventPlace.parse(id, "/since"));
    lock.lock();
    try {
      ArrayDeque<PlacedEvent> missed = new ArrayDeque<>();
      seen.ifPresent(place ->
          ring.stream()
              .filter(placed -> placed.place().compareTo(place) > 0)
              .filter(placed -> wanted.test(placed.event()))
              .forEach(missed::addLast));
      QueuedSubscription watcher =
          new QueuedSubscription(lock, wanted, missed, queueSize, watchers::remove);
      watchers.add(watcher);
      return watcher;
    } finally {
      lock.unlock();
    }
  }

  /** An event that has its place. */
  record PlacedEvent(EventPlace place, LiveEvent event) {}
}
