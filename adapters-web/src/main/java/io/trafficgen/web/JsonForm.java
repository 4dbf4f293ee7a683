package io.trafficgen.web;

import io.trafficgen.domain.InvalidValueException;
import io.trafficgen.domain.json.JsonValue;
import io.trafficgen.domain.json.JsonValue.JsonBoolean;
import io.trafficgen.domain.json.JsonValue.JsonNumber;
import io.trafficgen.domain.json.JsonValue.JsonString;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.function.Function;

/**
 * What a field of a body must look like.
 *
 * @param example shown where the field is missing
 * @param reader throws {@link InvalidValueException} for another form
 */
record JsonForm<T>(String example, Function<JsonValue, T> reader) {
  private static final String TIME = "2027-01-31T12:00:00.000Z";
  private static final int LONGEST_TEXT = 1000;
  private static final int LONGEST_LABEL = 255;
  private static final int LONGEST_REASON = 200;

  static JsonForm<String> text(String example) {
    return text(example, text -> text);
  }

  /** Text that {@code parse} turns into a value of the domain. */
  static <T> JsonForm<T> text(String example, Function<String, T> parse) {
    return new JsonForm<>(
        example,
        value -> {
          if (!(value instanceof JsonString text)) {
            throw refused("must be a string", example);
          }
          if (text.value().length() > LONGEST_TEXT) {
            throw refused("is longer than " + LONGEST_TEXT + " characters", example);
          }
          return parse.apply(storable(text.value(), example));
        });
  }

  /** Text with something in it, short enough for a heading. */
  static JsonForm<String> label(String example) {
    return label(example, LONGEST_LABEL);
  }

  /** Why somebody does something about money. */
  static JsonForm<String> reason(String example) {
    return label(example, LONGEST_REASON);
  }

  /** Text with something in it, of at most so many characters. */
  static JsonForm<String> label(String example, int longest) {
    return text(
        example,
        text -> {
          if (text.isBlank() || text.length() > longest) {
            throw refused("must have 1 to " + longest + " characters", example);
          }
          return text;
        });
  }

  /** A whole number, 0 or more; {@code 1e2} is one. */
  static JsonForm<Integer> count(String example) {
    return new JsonForm<>(
        example,
        value -> {
          try {
            if (value instanceof JsonNumber number && number.decimal().signum() >= 0) {
              return number.decimal().intValueExact();
            }
          } catch (ArithmeticException notAnInt) {
            // refused below, with the same words
          }
          throw refused("must be a whole number from 0 to 2147483647", example);
        });
  }

  static JsonForm<Boolean> flag() {
    return new JsonForm<>(
        "false",
        value -> {
          if (!(value instanceof JsonBoolean flag)) {
            throw refused("must be true or false", "false");
          }
          return flag.value();
        });
  }

  /** A moment as RFC 3339 writes it. */
  static JsonForm<Instant> time() {
    return text(TIME, JsonForm::moment);
  }

  /**
   * Reads a moment that a database can hold.
   *
   * @throws InvalidValueException for other text
   */
  static Instant moment(String text) {
    try {
      OffsetDateTime time = OffsetDateTime.parse(text);
      if (time.getYear() >= 1970 && time.getYear() <= 9999) {
        return time.toInstant();
      }
    } catch (DateTimeException notATime) {
      // refused below, with the same words
    }
    throw refused("must be a time of RFC 3339", TIME);
  }

  /** Text goes to PostgreSQL, which holds neither U+0000 nor half a surrogate pair. */
  static String storable(String text, String example) {
    boolean whole =
        text.codePoints()
            .noneMatch(
                c -> c == 0 || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE));
    if (!whole) {
      throw refused("has a character that cannot be stored", example);
    }
    return text;
  }

  static InvalidValueException refused(String reason, String example) {
    return new InvalidValueException("", reason, example);
  }
}
