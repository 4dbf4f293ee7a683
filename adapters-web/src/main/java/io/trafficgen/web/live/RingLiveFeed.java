package io.trafficgen.web.live;

import io.trafficgen.application.port.LiveFeed;
import io.trafficgen.application.port.LiveSubscription;
import io.trafficgen.application.port.LiveSubscription.Numbered;
import io.trafficgen.domain.project.ProjectId;
import io.trafficgen.domain.visit.LiveEvent;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The live feed of one process: the last events in a ring that all watchers read, each from its own
 * place (engine page, 4.5). Publishing costs the same whether nobody watches or thousands do; who
 * falls behind by more than the ring is told how much he missed.
 */
public final class RingLiveFeed implements LiveFeed {
  /** Events kept for those who come back, or read slowly. */
  public static final int RING_SIZE = 10_000;

  private final InstantSource clock;
  private final long began;
  private final AtomicReferenceArray<PlacedEvent> ring;

  /** Guards what follows; held for a few assignments at a time. */
  private final ReentrantLock lock = new ReentrantLock();

  private final Map<ProjectId, Long> published = new HashMap<>();
  private final Map<Optional<ProjectId>, Set<RingSubscription>> waiting = new HashMap<>();
  private EventPlace last = new EventPlace(0, 0);

  /** Sequence of the newest event; written last, so that everything up to it can be read. */
  private volatile long tip;

  public RingLiveFeed(InstantSource clock) {
    this(clock, RING_SIZE);
  }

  RingLiveFeed(InstantSource clock, int ringSize) {
    this.clock = clock;
    this.began = clock.millis();
    this.ring = new AtomicReferenceArray<>(ringSize);
  }

  @Override
  public void publish(LiveEvent event) {
    long now = clock.millis();
    lock.lock();
    try {
      last = last.next(now);
      long ofProject = published.merge(event.project(), 1L, Long::sum);
      ring.set(
          slot(last.sequence()),
          new PlacedEvent(last, ofProject, new Numbered(last.sequence(), last.toString(), event)));
      tip = last.sequence();
      wake(Optional.empty());
      wake(Optional.of(event.project()));
    } finally {
      lock.unlock();
    }
  }

  private void wake(Optional<ProjectId> audience) {
    Set<RingSubscription> woken = waiting.remove(audience);
    if (woken != null) {
      woken.forEach(RingSubscription::wake);
    }
  }

  @Override
  public LiveSubscription subscribe(Optional<ProjectId> project, Optional<String> since) {
    Optional<EventPlace> seen = since.map(id -> EventPlace.parse(id, "/since"));
    lock.lock();
    try {
      long read = seen.map(this::lastUpTo).orElse(tip);
      long known = project.map(id -> published.getOrDefault(id, 0L)).orElse(tip);
      long missed = 0;
      for (long sequence = read + 1; sequence <= tip; sequence++) {
        missed += ring.get(slot(sequence)).isFor(project) ? 1 : 0;
      }
      // How many went since that place is known, not whose they were.
      long gone = Math.min(seen.map(this::goneSince).orElse(0L), known - missed);
      return new RingSubscription(this, project, read, known - missed - gone);
    } finally {
      lock.unlock();
    }
  }

  /** Sequence of the event before the oldest one that is kept and comes after {@code place}. */
  private long lastUpTo(EventPlace place) {
    long sequence = oldest();
    while (sequence <= tip && ring.get(slot(sequence)).place().compareTo(place) <= 0) {
      sequence++;
    }
    return sequence - 1;
  }

  /** Events that are kept no more, of those after {@code place}; none of another process's. */
  private long goneSince(EventPlace place) {
    return place.millis() < began ? 0 : Math.max(0, oldest() - 1 - place.sequence());
  }

  long tip() {
    return tip;
  }

  /** Sequence of the oldest event that is kept. */
  long oldest() {
    return Math.max(1, tip - ring.length() + 1);
  }

  /** The event of this sequence, up to the tip; a later one if it was overwritten. */
  PlacedEvent at(long sequence) {
    return ring.get(slot(sequence));
  }

  ReentrantLock lock() {
    return lock;
  }

  /** Has the watcher woken by the next event that it wants; called under the lock. */
  void await(RingSubscription watcher) {
    waiting.computeIfAbsent(watcher.project(), audience -> new HashSet<>()).add(watcher);
  }

  /** Called under the lock. */
  void forget(RingSubscription watcher) {
    waiting.computeIfPresent(
        watcher.project(),
        (audience, watchers) -> watchers.remove(watcher) && watchers.isEmpty() ? null : watchers);
  }

  private int slot(long sequence) {
    return (int) (sequence % ring.length());
  }

  /**
   * An event that has its place.
   *
   * @param ofProject counts the events of its project
   */
  record PlacedEvent(EventPlace place, long ofProject, Numbered numbered) {
    boolean isFor(Optional<ProjectId> project) {
      return project.isEmpty() || numbered.event().project().equals(project.get());
    }

    /** Counts the events that such a watcher wants. */
    long ordinal(Optional<ProjectId> project) {
      return project.isEmpty() ? place.sequence() : ofProject;
    }
  }
}
