package io.trafficgen.domain.settings;

import io.trafficgen.domain.InvalidValueException;
import io.trafficgen.domain.json.JsonValue;
import java.util.List;
import java.util.Optional;

/** {@code qa.hourlyCurve}: 24 whole numbers, from midnight on; only their ratios count. */
final class HourlyWeights {
  static final List<String> EXAMPLES = List.of("[0,0,0,0,0,0,1,2,4,6,8,8,8,8,8,8,8,8,8,8,6,4,2,1]");
  private static final String EXAMPLE = EXAMPLES.getFirst();
  private static final WholeNumber WEIGHT = new WholeNumber(0, 1_000_000);

  private HourlyWeights() {}

  static HourlyCurve parse(JsonValue value) {
    FieldReader list = FieldReader.ofElements(value, EXAMPLE);
    List<Integer> weights =
        list.names()
            .map(hour -> list.require(hour, "1", WEIGHT))
            .flatMap(Optional::stream)
            .toList();
    list.finish();
    if (weights.size() != 24 || weights.stream().allMatch(weight -> weight == 0)) {
      throw new InvalidValueException("", "must be 24 weights, not all of them 0", EXAMPLE);
    }
    return new HourlyCurve(weights);
  }
}
