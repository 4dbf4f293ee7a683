package io.trafficgen.domain.settings;

import io.trafficgen.domain.InvalidValueException;
import io.trafficgen.domain.json.JsonValue;
import io.trafficgen.domain.json.JsonValue.JsonObject;
import java.util.List;

/**
 * {@code qa.pagesPerVisit}: how many pages a visit has that does not bounce, the entry page and the
 * exit page included; every number between the two is as likely.
 *
 * @param min at least 1
 * @param max at least {@code min}
 */
public record PageRange(int min, int max) {
  static final List<String> EXAMPLES = List.of("{\"min\":2,\"max\":5}", "{\"min\":3,\"max\":3}");
  private static final String EXAMPLE = EXAMPLES.getFirst();
  private static final WholeNumber PAGES = new WholeNumber(1, 20);

  public PageRange {
    if (min < 1 || max < min) {
      throw new IllegalArgumentException("from 1 page up: " + min + " to " + max);
    }
  }

  static PageRange parse(JsonValue value) {
    if (!(value instanceof JsonObject object)) {
      throw new InvalidValueException("", "must be an object with min and max", EXAMPLE);
    }
    FieldReader range = FieldReader.of(object);
    int min = range.require("min", "2", PAGES).orElse(1);
    int max = range.require("max", "5", PAGES).orElse(min);
    range.finish();
    if (max < min) {
      throw new InvalidValueException("", "has a max below its min", EXAMPLE);
    }
    return new PageRange(min, max);
  }
}
