package io.trafficgen.domain.settings;

import io.trafficgen.domain.InvalidValueException;
import io.trafficgen.domain.json.JsonValue;
import io.trafficgen.domain.json.JsonValue.JsonBoolean;
import io.trafficgen.domain.json.JsonValue.JsonNull;
import io.trafficgen.domain.json.JsonValue.JsonNumber;
import io.trafficgen.domain.json.JsonValue.JsonString;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The forms in which a scalar is accepted, decided here for every field. HTML forms send text, so
 * text that plainly spells a number ({@code "70"}, {@code "33.3"}) or a boolean is taken as one,
 * and blank text counts as absent, as null does. A JSON number is its value: {@code 7e1} and {@code
 * 70.0} are 70.
 */
final class ScalarForm {
  private static final Pattern PLAIN_NUMBER = Pattern.compile("-?[0-9]{1,18}(\\.[0-9]{1,18})?");

  private ScalarForm() {}

  static boolean isAbsent(JsonValue value) {
    return value instanceof JsonNull || text(value).filter(String::isEmpty).isPresent();
  }

  /** Text without the blanks around it; a number is no text. */
  static Optional<String> text(JsonValue value) {
    return value instanceof JsonString string
        ? Optional.of(string.value().strip())
        : Optional.empty();
  }

  static Optional<BigDecimal> number(JsonValue value) {
    return value instanceof JsonNumber number
        ? Optional.of(number.decimal())
        : text(value).filter(PLAIN_NUMBER.asMatchPredicate()).map(BigDecimal::new);
  }

  static boolean flag(JsonValue value) {
    if (value instanceof JsonBoolean flag) {
      return flag.value();
    }
    return text(value)
        .filter(text -> text.equals("true") || text.equals("false"))
        .map(Boolean::valueOf)
        .orElseThrow(() -> new InvalidValueException("", "must be true or false", "true"));
  }
}
