package io.trafficgen.domain.settings;

import io.trafficgen.domain.InvalidValueException;
import io.trafficgen.domain.json.JsonValue;
import io.trafficgen.domain.json.JsonValue.JsonArray;
import java.util.List;
import java.util.regex.Pattern;

/**
 * {@code customProxies}: names of the operator's exits, in text with lines or commas, or in a list.
 * Addresses of other proxies may stand there; they are no names, and so never used or shown.
 */
final class ExitNames {
  static final List<String> EXAMPLES = List.of("\"de-1\"", "\"de-1\\nus-2\"", "[\"de-1\"]");
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,63}");

  private ExitNames() {}

  static List<String> parse(JsonValue value) {
    if (!(value instanceof JsonArray) && ScalarForm.text(value).isEmpty()) {
      throw new InvalidValueException(
          "", "must be text, one exit a line, or a list", String.join(" or ", EXAMPLES));
    }
    return LooseText.words(value).stream().filter(NAME.asMatchPredicate()).distinct().toList();
  }
}
