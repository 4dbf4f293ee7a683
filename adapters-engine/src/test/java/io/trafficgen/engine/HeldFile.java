package io.trafficgen.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/** A file that keeps requests waiting, so that their pages are under way meanwhile. */
public final class HeldFile implements HttpHandler {
  private record Hold(Semaphore free, Semaphore asked, CountDownLatch released) {
    Hold(int requests) {
      this(new Semaphore(requests), new Semaphore(0), new CountDownLatch(1));
    }
  }

  private final HttpHandler answer;
  private final AtomicReference<Hold> hold = new AtomicReference<>(new Hold(0));

  public HeldFile(String type, String text) {
    this(exchange -> TestSite.send(exchange, 200, type, text));
  }

  HeldFile(HttpHandler answer) {
    this.answer = answer;
  }

  /** The next so many requests wait for {@link #release}; ones that are made again do not. */
  public void hold(int requests) {
    hold.set(new Hold(requests));
  }

  /** Returns when so many wait. */
  public void await(int requests) throws InterruptedException {
    assertThat(hold.get().asked().tryAcquire(requests, 30, TimeUnit.SECONDS)).isTrue();
  }

  public void release() {
    hold.get().released().countDown();
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    Hold now = hold.get();
    if (now.free().tryAcquire()) {
      now.asked().release();
      try {
        now.released().await(30, TimeUnit.SECONDS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
    answer.handle(exchange);
  }
}
