package io.trafficgen.bootstrap.benchmark;

import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** The middle of some runs. */
final class Medians {
  private Medians() {}

  /** The run whose figure is in the middle. */
  static <T> T run(List<T> runs, ToDoubleFunction<T> figure) {
    return runs.stream().sorted(Comparator.comparingDouble(figure)).toList().get(runs.size() / 2);
  }

  static <T> double of(List<T> runs, ToDoubleFunction<T> figure) {
    return figure.applyAsDouble(run(runs, figure));
  }
}
