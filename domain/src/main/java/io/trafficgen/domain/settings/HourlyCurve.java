package io.trafficgen.domain.settings;

import java.util.Collections;
import java.util.List;

/**
 * How a day's visits divide over the hours of the local clock. Only the ratios count.
 *
 * @param weights one for each hour from 0 to 23, 0 or more, at least one of them positive
 */
public record HourlyCurve(List<Integer> weights) {
  private static final HourlyCurve FLAT = new HourlyCurve(Collections.nCopies(24, 1));
  private static final HourlyCurve STANDARD =
      new HourlyCurve(
          List.of(
              20, 13, 9, 7, 7, 10, 18, 32, 48, 60, 68, 72, 74, 73, 72, 72, 74, 78, 84, 92, 100, 92,
              66, 38));

  public HourlyCurve {
    weights = List.copyOf(weights);
    if (weights.size() != 24
        || weights.stream().anyMatch(weight -> weight < 0)
        || weights.stream().allMatch(weight -> weight == 0)) {
      throw new IllegalArgumentException("24 weights of 0 or more, not all of them 0: " + weights);
    }
  }

  /** All hours alike. */
  public static HourlyCurve flat() {
    return FLAT;
  }

  /** Quiet nights and a peak in the evening, as the visitors of most shops come. */
  public static HourlyCurve standard() {
    return STANDARD;
  }
}
