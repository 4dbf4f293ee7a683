package io.trafficgen.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class SchedulesTest {
  /** Long, but not rare. */
  private static final Duration BEAT = Duration.ofMinutes(59);

  private final AtomicInteger runs = new AtomicInteger();
  private final Semaphore begun = new Semaphore(0);
  private final Semaphore mayEnd = new Semaphore(0);

  @Test
  void wishes_during_a_run_are_one_more_run_and_a_later_wish_is_another() {
    try (Schedules schedules = new Schedules()) {
      Runnable wish = schedules.every("test", BEAT, this::run);
      schedules.begin();
      begun.acquireUninterruptibly();
      for (int i = 0; i < 100; i++) {
        wish.run();
      }
      mayEnd.release();
      begun.acquireUninterruptibly();
      wish.run();
      mayEnd.release();
      begun.acquireUninterruptibly();
      mayEnd.release();
    }

    assertThat(runs).hasValue(3);
  }

  @Test
  void a_run_that_fails_does_not_end_the_timer() {
    try (Schedules schedules = new Schedules()) {
      mayEnd.release(2);
      Runnable wish =
          schedules.every(
              "test",
              BEAT,
              () -> {
                run();
                throw new IllegalStateException("for a test");
              });
      schedules.begin();
      begun.acquireUninterruptibly();
      wish.run();
      begun.acquireUninterruptibly();
    }

    assertThat(runs).hasValue(2);
  }

  @Test
  void nothing_runs_before_the_timers_begin() throws InterruptedException {
    mayEnd.release();
    try (Schedules schedules = new Schedules()) {
      schedules.every("test", BEAT, this::run);
      CountDownLatch other = new CountDownLatch(1);
      schedules.every("last", BEAT, other::countDown).run();
      other.await();

      assertThat(runs).hasValue(0);
      schedules.begin();
      begun.acquireUninterruptibly();
    }
  }

  private void run() {
    runs.incrementAndGet();
    begun.release();
    mayEnd.acquireUninterruptibly();
  }
}
