package io.trafficgen.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class BackgroundWorkTest {
  private final AtomicInteger done = new AtomicInteger();

  @Test
  void goes_on_after_a_failure_and_does_what_waits_before_it_closes() {
    try (BackgroundWork work = new BackgroundWork(10)) {
      work.execute(() -> {
        throw new IllegalStateException("for a test");
      });
      for (int i = 0; i < 5; i++) {
        work.execute(done::incrementAndGet);
      }
    }
    assertThat(done).hasValue(5);
  }

  @Test
  void drops_what_finds_no_place_and_never_makes_anybody_wait() throws InterruptedException {
    CountDownLatch busy = new CountDownLatch(2);
    CountDownLatch go = new CountDownLatch(1);
    try (BackgroundWork work = new BackgroundWork(3)) {
      for (int i = 0; i < 2; i++) {
        work.execute(() -> {
          busy.countDown();
          await(go);
        });
      }
      busy.await();
      for (int i = 0; i < 10; i++) {
        work.execute(done::incrementAndGet);
      }
      go.countDown();
    }
    assertThat(done).hasValue(3);
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
