package io.trafficgen.engine.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class LoadThreadsTest {
  @Test
  void a_load_is_quiet_when_no_thread_of_its_page_is_left() throws Exception {
    CountDownLatch over = new CountDownLatch(1);
    Thread[] pages = new Thread[1];

    assertThat(isQuietAfter(() -> {})).isTrue();
    assertThat(
            isQuietAfter(() -> {
              pages[0] = new Thread(() -> await(over));
              pages[0].start();
            }))
        .isFalse();
    assertThat(isQuietAfter(() -> {})).as("another load").isTrue();

    over.countDown();
    pages[0].join();
  }

  private static boolean isQuietAfter(Runnable load) throws Exception {
    CompletableFuture<Boolean> quiet = new CompletableFuture<>();
    LoadThreads.start(
        1,
        () -> {
          load.run();
          quiet.complete(LoadThreads.current().areQuiet());
        });
    return quiet.get(30, TimeUnit.SECONDS);
  }

  private static void await(CountDownLatch over) {
    try {
      over.await(30, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
