package io.trafficgen.domain.settings;

import io.trafficgen.domain.InvalidValueException;
import io.trafficgen.domain.json.JsonValue;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;

/** {@code timeOnPage}: how long a visit dwells on each page, 1 second to 1 hour. */
final class TimeOnPage {
  static final List<String> EXAMPLES =
      List.of("\"5 seconds\"", "\"1 minute\"", "\"3 minutes\"", "\"60sec\"", "\"90 s\"");

  private static final Pattern FORM =
      Pattern.compile(
          "([0-9]{1,4}) *(?:(s|secs?|seconds?)|m|mins?|minutes?)", Pattern.CASE_INSENSITIVE);
  private static final Duration MAX = Duration.ofHours(1);

  private TimeOnPage() {}

  static Duration parse(JsonValue value) {
    return ScalarForm.text(value)
        .map(FORM::matcher)
        .filter(form -> form.matches())
        .map(form -> duration(Integer.parseInt(form.group(1)), form.group(2) != null))
        .filter(duration -> duration.isPositive() && duration.compareTo(MAX) <= 0)
        .orElseThrow(() ->
            new InvalidValueException(
                "",
                "must be seconds or minutes as text, from 1 second to 60 minutes",
                String.join(", ", EXAMPLES)));
  }

  private static Duration duration(int amount, boolean seconds) {
    return seconds ? Duration.ofSeconds(amount) : Duration.ofMinutes(amount);
  }
}
