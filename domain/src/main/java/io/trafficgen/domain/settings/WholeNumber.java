package io.trafficgen.domain.settings;

import io.trafficgen.domain.InvalidValueException;
import io.trafficgen.domain.json.JsonValue;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;

/** A whole number from {@code min} to {@code max}, both included. */
record WholeNumber(int min, int max) implements Function<JsonValue, Integer> {
  static final WholeNumber PERCENT = new WholeNumber(0, 100);

  List<String> examples() {
    return List.of(Integer.toString(min), Integer.toString(max));
  }

  @Override
  public Integer apply(JsonValue value) {
    return ScalarForm.number(value)
        .filter(this::isWithin)
        .map(BigDecimal::intValueExact)
        .orElseThrow(() ->
            new InvalidValueException(
                "",
                "must be a whole number from " + min + " to " + max,
                String.join(", ", examples())));
  }

  private boolean isWithin(BigDecimal number) {
    return number.compareTo(BigDecimal.valueOf(min)) >= 0
        && number.compareTo(BigDecimal.valueOf(max)) <= 0
        && number.stripTrailingZeros().scale() <= 0;
  }
}
