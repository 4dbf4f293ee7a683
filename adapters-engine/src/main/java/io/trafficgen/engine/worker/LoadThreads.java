package io.trafficgen.engine.worker;

import java.time.Duration;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * The threads of one load: its own and all that its page started. They are the platform's: a script
 * without end would keep a virtual thread's carrier to itself, and on two processors two of them
 * would stop every other load of the worker.
 */
final class LoadThreads {
  /** Those that were told to end need a moment. */
  private static final Duration MOMENT = Duration.ofMillis(200);

  private final ThreadGroup group;

  private LoadThreads(ThreadGroup group) {
    this.group = group;
  }

  static void start(long number, Runnable load) {
    new Thread(new ThreadGroup("load " + number), load, "load " + number).start();
  }

  /** Of the load that runs in this thread. */
  static LoadThreads current() {
    return new LoadThreads(Thread.currentThread().getThreadGroup());
  }

  /**
   * Whether nothing but this thread is left: HtmlUnit waits ten seconds for a script that is in the
   * parser, where no bound of scripts holds, and then leaves its thread running.
   */
  boolean areQuiet() {
    try {
      for (Thread thread : others().toList()) {
        thread.join(MOMENT);
      }
      return others().findAny().isEmpty();
    } catch (InterruptedException e) {
      return false;
    }
  }

  private Stream<Thread> others() {
    Thread[] all = new Thread[group.activeCount() + 10];
    group.enumerate(all);
    return Arrays.stream(all)
        .filter(Objects::nonNull)
        .filter(thread -> thread != Thread.currentThread())
        // waits for a name server and for nothing of the page
        .filter(thread -> !thread.getName().startsWith("resolve "));
  }
}
