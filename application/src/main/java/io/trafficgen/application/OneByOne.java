package io.trafficgen.application;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Work on many things of which one that fails stops none of the others. */
public final class OneByOne {
  private OneByOne() {}

  /**
   * Does {@code work} with each of {@code things}.
   *
   * @throws RuntimeException the first that came up, after the last thing; the others are
   *     suppressed in it
   */
  public static <T> void each(Iterable<T> things, Consumer<T> work) {
    List<RuntimeException> failures = new ArrayList<>();
    for (T thing : things) {
      try {
        work.accept(thing);
      } catch (RuntimeException e) {
        failures.add(e);
      }
    }
    if (!failures.isEmpty()) {
      RuntimeException first = failures.get(0);
      failures.stream().skip(1).forEach(first::addSuppressed);
      throw first;
    }
  }
}
