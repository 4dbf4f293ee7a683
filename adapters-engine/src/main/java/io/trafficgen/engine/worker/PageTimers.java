package io.trafficgen.engine.worker;

import java.time.Duration;
import java.util.Optional;
import org.htmlunit.WebClient;
import org.htmlunit.javascript.background.BackgroundJavaScriptFactory;
import org.htmlunit.javascript.background.DefaultJavaScriptExecutor;
import org.htmlunit.javascript.background.JavaScriptExecutor;

/**
 * Runs a page's timers and asynchronous requests. HtmlUnit's own, at the end of a page, waits ten
 * seconds for a script that does not end; here it is as long as a bounded script may take, for one
 * that takes longer costs its worker anyway.
 */
final class PageTimers extends DefaultJavaScriptExecutor {
  private final Duration patience;
  private Optional<Thread> loop = Optional.empty();

  private PageTimers(WebClient client, Duration patience) {
    super(client);
    this.patience = patience;
  }

  /**
   * For every client of this JVM from now on.
   *
   * @param scriptTime after which HtmlUnit ends a script by itself
   */
  static void install(Duration scriptTime) {
    Duration patience = scriptTime.plusSeconds(1);
    BackgroundJavaScriptFactory.setFactory(
        new BackgroundJavaScriptFactory() {
          @Override
          public JavaScriptExecutor createJavaScriptExecutor(WebClient client) {
            return new PageTimers(client, patience);
          }
        });
  }

  @Override
  protected synchronized void startThreadIfNeeded() {
    if (loop.isEmpty()) {
      loop = Optional.of(Thread.ofPlatform().daemon().name(getThreadName()).start(this));
    }
  }

  @Override
  public void shutdown() {
    super.shutdown();
    Optional<Thread> running;
    synchronized (this) {
      running = loop;
    }
    running.ifPresent(this::end);
  }

  private void end(Thread thread) {
    thread.interrupt();
    try {
      thread.join(patience);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
