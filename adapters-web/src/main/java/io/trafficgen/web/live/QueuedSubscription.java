package io.trafficgen.web.live;

import io.trafficgen.application.port.LiveSubscription;
import io.trafficgen.domain.visit.LiveEvent;
import io.trafficgen.web.live.RingLiveFeed.PlacedEvent;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** One watcher's queue, guarded by its feed's lock. */
final class QueuedSubscription implements LiveSubscription {
  private final ReentrantLock lock;
  private final Condition changed;
  private final Predicate<LiveEvent> wanted;
  private final ArrayDeque<PlacedEvent> queue;
  private final int capacity;
  private final Consumer<QueuedSubscription> leave;
  private long dropped;
  private boolean closed;

  /**
   * @param missed what comes first; it takes no room from what is published later
   */
  QueuedSubscription(
      ReentrantLock lock,
      Predicate<LiveEvent> wanted,
      ArrayDeque<PlacedEvent> missed,
      int queueSize,
      Consumer<QueuedSubscription> leave) {
    this.lock = lock;
    this.changed = lock.newCondition();
    this.wanted = wanted;
    this.queue = missed;
    this.capacity = queueSize + missed.size();
    this.leave = leave;
  }

  /** Called under the lock. */
  void offer(PlacedEvent placed) {
    if (!wanted.test(placed.event())) {
      return;
    }
    if (queue.size() >= capacity) {
      queue.removeFirst();
      dropped++;
    }
    queue.addLast(placed);
    changed.signal();
  }

  @Override
  public Batch take(Duration timeout) throws InterruptedException {
    lock.lockInterruptibly();
    try {
      long left = timeout.toNanos();
      while (queue.isEmpty() && !closed && left > 0) {
        left = changed.awaitNanos(left);
      }
      List<Numbered> events =
          queue.stream()
              .map(placed -> new Numbered(placed.place().toString(), placed.event()))
              .toList();
      Batch batch = new Batch(events, dropped);
      queue.clear();
      dropped = 0;
      return batch;
    } finally {
      lock.unlock();
    }
  }

  /** Whoever waits in {@link #take} goes on at once. */
  @Override
  public void close() {
    lock.lock();
    try {
      closed = true;
      leave.accept(this);
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }
}
