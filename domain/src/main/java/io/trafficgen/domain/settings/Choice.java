package io.trafficgen.domain.settings;

import io.trafficgen.domain.InvalidValueException;
import io.trafficgen.domain.json.JsonValue;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** One of the constants of an enum, in any case; {@code ADS_PLUS_ANALYTICS} is ads+analytics. */
record Choice<E extends Enum<E>>(Class<E> type) implements Function<JsonValue, E> {

  List<String> examples() {
    return constants().stream().map(constant -> '"' + name(constant) + '"').toList();
  }

  @Override
  public E apply(JsonValue value) {
    return ScalarForm.text(value)
        .flatMap(text ->
            constants().stream().filter(one -> name(one).equalsIgnoreCase(text)).findFirst())
        .orElseThrow(() ->
            new InvalidValueException(
                "", "must be one of the choices", String.join(", ", examples())));
  }

  private List<E> constants() {
    return Arrays.asList(type.getEnumConstants());
  }

  /** As it is written in settings. */
  static String name(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace("_plus_", "+");
  }
}
