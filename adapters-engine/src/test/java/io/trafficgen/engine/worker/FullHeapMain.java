package io.trafficgen.engine.worker;

import java.util.ArrayList;
import java.util.List;

/** Fills its heap to the share that the first argument says, collects, and says that it lives. */
final class FullHeapMain {
  private FullHeapMain() {}

  public static void main(String[] arguments) {
    FullHeap.whenNearly(() -> Runtime.getRuntime().halt(3));
    double share = Double.parseDouble(arguments[0]);
    List<byte[]> held = new ArrayList<>();
    while (used() < Runtime.getRuntime().maxMemory() * share) {
      held.add(new byte[100_000]);
    }
    for (int i = 0; i < 20; i++) {
      System.gc();
      Thread.onSpinWait();
    }
    System.out.println("alive with " + held.size());
  }

  private static long used() {
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }
}
