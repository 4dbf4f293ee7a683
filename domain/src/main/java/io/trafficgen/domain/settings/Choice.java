package io.trafficgen.domain.settings;

import io.trafficgen.domain.InvalidValueException;
import io.trafficgen.domain.json.JsonValue;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** One of the constants of an enum, written in lower case. */
record Choice<E extends Enum<E>>(Class<E> type) implements Function<JsonValue, E> {

  List<String> examples() {
    return constants().stream().map(constant -> '"' + name(constant) + '"').toList();
  }

  @Override
  public E apply(JsonValue value) {
    return ScalarForm.text(value)
        .flatMap(text -> constants().stream().filter(one -> name(one).equals(text)).findFirst())
        .orElseThrow(() ->
            new InvalidValueException(
                "", "must be one of the choices", String.join(", ", examples())));
  }

  private List<E> constants() {
    return Arrays.asList(type.getEnumConstants());
  }

  private String name(E constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
