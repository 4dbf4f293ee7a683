package io.trafficgen.bootstrap;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Every timer of the process; none runs before {@link #begin}. A task that fails is logged and runs
 * again at its next time.
 */
final class Schedules implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Schedules.class);

  private static final Duration LAST_WORDS = Duration.ofSeconds(30);

  /** What comes so rarely leaves the first seconds of a process to those who wait for it. */
  private static final Duration RARE = Duration.ofHours(1);

  private static final Duration WARM = Duration.ofSeconds(10);

  private final List<Runnable> starts = new ArrayList<>();
  private final List<ScheduledExecutorService> executors = new ArrayList<>();
  private final List<Future<?>> tasks = new ArrayList<>();

  /**
   * Will run {@code task} again and again, {@code pause} after it ended, on a thread of its own.
   *
   * @return runs it once more, as soon as it does not run; wishes that come before that are one
   */
  Runnable every(String name, Duration pause, Runnable task) {
    ScheduledExecutorService executor =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name(name).daemon().factory());
    Runnable logged = logged(name, task);
    executors.add(executor);
    Duration first = pause.compareTo(RARE) < 0 ? Duration.ZERO : WARM;
    starts.add(() ->
        tasks.add(
            executor.scheduleWithFixedDelay(
                logged, first.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS)));
    AtomicBoolean wished = new AtomicBoolean();
    Runnable granted =
        () -> {
          wished.set(false);
          logged.run();
        };
    return () -> {
      if (wished.compareAndSet(false, true)) {
        executor.execute(granted);
      }
    };
  }

  /** Starts the timers. */
  void begin() {
    starts.forEach(Runnable::run);
  }

  private static Runnable logged(String name, Runnable task) {
    return () -> {
      try {
        task.run();
      } catch (RuntimeException e) {
        LOG.warn("{} failed and will be tried again: {}", name, e.toString());
      }
    };
  }

  /** Ends all timers; tasks under way have half a minute: one may be reading every row of money. */
  @Override
  public void close() {
    tasks.forEach(task -> task.cancel(false));
    executors.forEach(ExecutorService::shutdown);
    long end = System.nanoTime() + LAST_WORDS.toNanos();
    try {
      for (ExecutorService executor : executors) {
        long left = Math.max(0, end - System.nanoTime());
        if (!executor.awaitTermination(left, TimeUnit.NANOSECONDS)) {
          LOG.warn("a task under way is left behind");
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
