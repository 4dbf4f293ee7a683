package io.trafficgen.bootstrap;

import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Timers for very many tasks that never block: each runs at the first tick after its delay, so that
 * all of a tick cost one awakening of a thread. To wake it is what costs. A task that is cancelled
 * is forgotten at once.
 */
final class TickingTimers extends ScheduledThreadPoolExecutor {
  /** By so much is a task late at most, on an idle machine. */
  static final Duration TICK = Duration.ofMillis(10);

  TickingTimers() {
    // A second thread would be woken for each task that the first one takes.
    super(1, Thread.ofPlatform().name("timer").daemon().factory());
    setRemoveOnCancelPolicy(true);
  }

  @Override
  public ScheduledFuture<?> schedule(Runnable task, long delay, TimeUnit unit) {
    // What is due now, as all that comes by execute(), waits for no tick.
    long nanos = unit.toNanos(delay);
    long until = nanos > 0 ? untilTick(nanos, System.nanoTime()) : 0;
    return super.schedule(task, until, TimeUnit.NANOSECONDS);
  }

  /** Nanoseconds from {@code now} to the first tick at or after {@code nanos} from now. */
  static long untilTick(long nanos, long now) {
    return nanos + Math.floorMod(-(now + nanos), TICK.toNanos());
  }
}
