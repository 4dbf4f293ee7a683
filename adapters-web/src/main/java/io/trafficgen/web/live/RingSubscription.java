package io.trafficgen.web.live;

import io.trafficgen.application.port.LiveSubscription;
import io.trafficgen.domain.project.ProjectId;
import io.trafficgen.web.live.RingLiveFeed.PlacedEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Condition;

/** One watcher's place in the ring; taken from by one thread at a time. */
final class RingSubscription implements LiveSubscription {
  /** Events of one batch, so that what a slow reader holds stays small. */
  private static final int MOST = 1_000;

  private final RingLiveFeed ring;
  private final Optional<ProjectId> project;
  private final Condition woken;
  private long read;
  private long counted;
  private volatile boolean closed;

  /**
   * @param project whose events are wanted; empty for all
   * @param read sequence of the last event that was looked at
   * @param counted how many wanted events there were up to it
   */
  RingSubscription(RingLiveFeed ring, Optional<ProjectId> project, long read, long counted) {
    this.ring = ring;
    this.project = project;
    this.woken = ring.lock().newCondition();
    this.read = read;
    this.counted = counted;
  }

  Optional<ProjectId> project() {
    return project;
  }

  @Override
  public Batch take(Duration timeout) throws InterruptedException {
    Batch batch = unread();
    long left = timeout.toNanos();
    while (batch.events().isEmpty() && !closed && left > 0) {
      left = await(left);
      batch = unread();
    }
    return batch;
  }

  private Batch unread() {
    List<Numbered> events = new ArrayList<>();
    long dropped = 0;
    long tip = ring.tip();
    read = Math.max(read, ring.oldest() - 1);
    while (read < tip && events.size() < MOST) {
      read++;
      PlacedEvent placed = ring.at(read);
      boolean there = placed.place().sequence() == read;
      if (there && placed.isFor(project)) {
        long ordinal = placed.ordinal(project);
        dropped += ordinal - counted - 1;
        counted = ordinal;
        events.add(placed.numbered());
      }
    }
    return new Batch(events, dropped);
  }

  /** Waits for news, and answers how much time is left then. */
  private long await(long nanos) throws InterruptedException {
    ring.lock().lockInterruptibly();
    try {
      long left = nanos;
      while (read == ring.tip() && !closed && left > 0) {
        ring.await(this);
        left = woken.awaitNanos(left);
      }
      return left;
    } finally {
      ring.forget(this);
      ring.lock().unlock();
    }
  }

  /** Called under the lock. */
  void wake() {
    woken.signalAll();
  }

  /** Whoever waits in {@link #take} goes on at once. */
  @Override
  public void close() {
    ring.lock().lock();
    try {
      closed = true;
      wake();
    } finally {
      ring.lock().unlock();
    }
  }
}
