package io.trafficgen.domain.settings;

import io.trafficgen.domain.InvalidValueException;
import io.trafficgen.domain.json.JsonValue;
import java.util.List;
import java.util.regex.Pattern;

/** {@code utmSource} and its kin: text in which three placeholders stand for what a visit is. */
final class UtmTemplate {
  static final List<String> EXAMPLES =
      List.of("\"newsletter\"", "\"{{device_type}}-{{timestamp}}\"", "\"{{random_keyword}}\"");
  private static final int MAX_LENGTH = 200;

  /** A misspelt placeholder would reach the owner's reports as it stands. */
  private static final Pattern STRANGE =
      Pattern.compile("\\{\\{(?!(?:timestamp|device_type|random_keyword)\\}\\})");

  private UtmTemplate() {}

  static String parse(JsonValue value) {
    return ScalarForm.text(value)
        .filter(text -> text.length() <= MAX_LENGTH && !STRANGE.matcher(text).find())
        .orElseThrow(() ->
            new InvalidValueException(
                "",
                "must be text of at most %d characters with no other placeholders than these"
                    .formatted(MAX_LENGTH),
                String.join(", ", EXAMPLES)));
  }
}
