package io.trafficgen.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Delayed;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class TickingTimersTest {
  private static final long FIRST_DELAY = TimeUnit.HOURS.toNanos(1);

  private final TickingTimers timers = new TickingTimers();

  @AfterEach
  void close() {
    timers.shutdownNow();
  }

  @Test
  void a_task_waits_for_the_first_tick_after_its_delay() {
    long step = TickingTimers.TICK.toNanos() / 7;

    assertThat(IntStream.range(0, 100).mapToLong(i -> FIRST_DELAY + i * step))
        .allSatisfy(delay -> {
          long before = System.nanoTime();
          Delayed task = timers.schedule(() -> {}, delay, TimeUnit.NANOSECONDS);
          long left = task.getDelay(TimeUnit.NANOSECONDS);
          long after = System.nanoTime();

          assertThat(left).isGreaterThanOrEqualTo(delay - (after - before));
          assertThat(left).isLessThanOrEqualTo(delay + TickingTimers.TICK.toNanos());
        });
  }

  @Test
  void delays_that_end_within_a_tick_become_one() {
    long tick = TickingTimers.TICK.toNanos();

    assertThat(LongStream.rangeClosed(1, 10).map(part -> end(3 * tick, part * tick / 10)))
        .containsOnly(4 * tick);
    assertThat(end(-5 * tick - 1, tick)).isEqualTo(-4 * tick);
  }

  /** Of a delay that begins {@code now}. */
  private static long end(long now, long nanos) {
    return now + TickingTimers.untilTick(nanos, now);
  }

  @Test
  void a_task_runs_after_its_delay_and_one_without_delay_at_once() throws InterruptedException {
    CountDownLatch left = new CountDownLatch(2);
    Duration delay = Duration.ofMillis(3);
    long begin = System.nanoTime();
    ScheduledFuture<?> now = timers.schedule(left::countDown, 0, TimeUnit.NANOSECONDS);
    var unused = timers.schedule(left::countDown, delay.toNanos(), TimeUnit.NANOSECONDS);
    left.await();

    assertThat(System.nanoTime() - begin).isGreaterThanOrEqualTo(delay.toNanos());
    assertThat(now.getDelay(TimeUnit.NANOSECONDS)).isNotPositive();
  }

  @Test
  void a_cancelled_task_is_forgotten() {
    Stream.generate(() -> timers.schedule(() -> {}, 1, TimeUnit.HOURS))
        .limit(1_000)
        .forEach(task -> task.cancel(false));

    assertThat(timers.getQueue()).isEmpty();
  }
}
