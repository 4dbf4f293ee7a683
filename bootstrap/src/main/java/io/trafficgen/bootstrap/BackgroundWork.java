package io.trafficgen.bootstrap;

import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Work that no answer waits for, such as mails: two threads and a bounded queue. What fails or
 * finds no place is logged and lost.
 */
final class BackgroundWork implements Executor, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(BackgroundWork.class);
  private static final int THREADS = 2;
  private static final Duration LAST_WORDS = Duration.ofSeconds(5);

  private final ThreadPoolExecutor threads;

  /**
   * @param waiting how much may wait for a thread
   */
  BackgroundWork(int waiting) {
    this.threads =
        new ThreadPoolExecutor(
            THREADS,
            THREADS,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(waiting),
            Thread.ofPlatform().name("background-", 0).daemon().factory(),
            (task, full) -> LOG.warn("too much waits in the background: a mail is lost"));
  }

  @Override
  public void execute(Runnable task) {
    threads.execute(() -> {
      try {
        task.run();
      } catch (RuntimeException e) {
        LOG.warn("work in the background failed: {}", e.toString());
      }
    });
  }

  /** Takes nothing more; what waits has five seconds. */
  @Override
  public void close() {
    threads.shutdown();
    try {
      if (!threads.awaitTermination(LAST_WORDS.toSeconds(), TimeUnit.SECONDS)) {
        LOG.warn("{} mails are lost", threads.shutdownNow().size());
      }
    } catch (InterruptedException e) {
      threads.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }
}
