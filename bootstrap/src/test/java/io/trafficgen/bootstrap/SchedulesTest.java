package io.trafficgen.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class SchedulesTest {
  private static final Duration NEVER_AGAIN = Duration.ofDays(1);

  private final AtomicInteger runs = new AtomicInteger();
  private final Semaphore begun = new Semaphore(0);
  private final Semaphore mayEnd = new Semaphore(0);

  @Test
  void wishes_during_a_run_are_one_more_run_and_a_later_wish_is_another() {
    try (Schedules schedules = new Schedules()) {
      Runnable wish = schedules.every("test", NEVER_AGAIN, this::run);
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
              NEVER_AGAIN,
              () -> {
                run();
                throw new IllegalStateException("for a test");
              });
      begun.acquireUninterruptibly();
      wish.run();
      begun.acquireUninterruptibly();
    }

    assertThat(runs).hasValue(2);
  }

  private void run() {
    runs.incrementAndGet();
    begun.release();
    mayEnd.acquireUninterruptibly();
  }
}
