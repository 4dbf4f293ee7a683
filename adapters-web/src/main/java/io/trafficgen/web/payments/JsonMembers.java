package io.trafficgen.web.payments;

import io.trafficgen.domain.json.JsonValue;
import io.trafficgen.domain.json.JsonValue.JsonNull;
import io.trafficgen.domain.json.JsonValue.JsonNumber;
import io.trafficgen.domain.json.JsonValue.JsonObject;
import io.trafficgen.domain.json.JsonValue.JsonString;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads single members of what providers send: absent, null and of another form are the same, and
 * numbers stay the text that they were written as.
 */
final class JsonMembers {
  private static final int LONGEST_REASON = 300;
  private static final Pattern ID = Pattern.compile("[!-~]{1,255}");

  private JsonMembers() {}

  static Optional<JsonValue> member(JsonValue value, String name) {
    return value instanceof JsonObject object
        ? object.member(name).filter(found -> !(found instanceof JsonNull))
        : Optional.empty();
  }

  static Optional<String> text(JsonValue value, String name) {
    return member(value, name)
        .filter(JsonString.class::isInstance)
        .map(text -> ((JsonString) text).value());
  }

  static Optional<String> text(JsonValue value, String object, String name) {
    return member(value, object).flatMap(inner -> text(inner, name));
  }

  /** A text, or a number as it was written. */
  static Optional<String> textOrNumber(JsonValue value, String name) {
    return member(value, name)
        .filter(JsonNumber.class::isInstance)
        .map(JsonValue::source)
        .or(() -> text(value, name));
  }

  /** A text that can be somebody's identity: 1 to 255 visible ASCII characters. */
  static Optional<String> identity(JsonValue value, String name) {
    return textOrNumber(value, name).filter(JsonMembers::isIdentity);
  }

  static boolean isIdentity(String text) {
    return ID.matcher(text).matches();
  }

  /** Bounded and in ASCII: a stranger wrote parts of it, and PostgreSQL and logs must take it. */
  static String printable(String reason) {
    String clean = reason.replaceAll("[^ -~]", "?");
    return clean.substring(0, Math.min(clean.length(), LONGEST_REASON));
  }
}
