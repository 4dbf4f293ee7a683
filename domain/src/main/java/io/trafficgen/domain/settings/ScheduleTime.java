package io.trafficgen.domain.settings;

import io.trafficgen.domain.InvalidValueException;
import io.trafficgen.domain.json.JsonValue;
import java.time.LocalTime;
import java.util.List;
import java.util.regex.Pattern;

/** {@code scheduleTime}: a time of day on the clock of the project's zone. */
final class ScheduleTime {
  static final List<String> EXAMPLES = List.of("\"09:30\"", "\"23:00\"");
  static final String EXAMPLE = String.join(", ", EXAMPLES);

  private static final Pattern FORM = Pattern.compile("(?:[01][0-9]|2[0-3]):[0-5][0-9]");

  private ScheduleTime() {}

  static LocalTime parse(JsonValue value) {
    return ScalarForm.text(value)
        .filter(FORM.asMatchPredicate())
        .map(LocalTime::parse)
        .orElseThrow(
            () -> new InvalidValueException("", "must be a time of day as HH:mm", EXAMPLE));
  }
}
