package io.trafficgen.engine;

import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A body that never ends and never pauses long enough for a read to time out. */
public final class Drip {
  private Drip() {}

  public static void into(OutputStream out) throws IOException {
    CountDownLatch never = new CountDownLatch(1);
    try {
      do {
        out.write(' ');
        out.flush();
      } while (!never.await(50, TimeUnit.MILLISECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
