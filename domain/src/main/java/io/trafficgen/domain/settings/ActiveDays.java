package io.trafficgen.domain.settings;

import io.trafficgen.domain.InvalidValueException;
import io.trafficgen.domain.json.JsonValue;
import java.time.DayOfWeek;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** {@code qa.activeDays}: ISO 8601 numbers of the days of the week, Monday is 1. */
final class ActiveDays {
  static final List<String> EXAMPLES = List.of("[1,2,3,4,5]", "[6,7]");
  static final Set<DayOfWeek> ALL = EnumSet.allOf(DayOfWeek.class);

  private static final String EXAMPLE = String.join(" or ", EXAMPLES);
  private static final WholeNumber DAY = new WholeNumber(1, 7);

  private ActiveDays() {}

  static Set<DayOfWeek> parse(JsonValue value) {
    FieldReader list = FieldReader.ofElements(value, EXAMPLE);
    Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
    list.names()
        .forEach(name -> list.require(name, "1", DAY).map(DayOfWeek::of).ifPresent(days::add));
    list.finish();
    if (days.isEmpty()) {
      throw new InvalidValueException("", "must name at least one day", EXAMPLE);
    }
    return days;
  }
}
