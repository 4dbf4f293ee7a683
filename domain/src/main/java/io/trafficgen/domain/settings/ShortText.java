package io.trafficgen.domain.settings;

import io.trafficgen.domain.InvalidValueException;
import io.trafficgen.domain.json.JsonValue;
import java.util.List;
import java.util.function.Function;

/** Text of at most {@code max} characters, without the blanks around it. */
record ShortText(int max) implements Function<JsonValue, String> {
  static final List<String> EXAMPLES = List.of("\"Add to basket\"");

  @Override
  public String apply(JsonValue value) {
    return ScalarForm.text(value)
        .filter(text -> text.length() <= max)
        .orElseThrow(() ->
            new InvalidValueException(
                "", "must be text of at most " + max + " characters", EXAMPLES.getFirst()));
  }
}
