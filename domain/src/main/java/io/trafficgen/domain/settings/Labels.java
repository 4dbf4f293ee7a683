package io.trafficgen.domain.settings;

import io.trafficgen.domain.InvalidValueException;
import io.trafficgen.domain.json.JsonValue;
import java.util.List;
import java.util.Optional;

/** {@code qa.labels}: the owner's own words to find a project by. */
final class Labels {
  static final List<String> EXAMPLES = List.of("[\"release-7\",\"cdn\"]", "[]");
  private static final String EXAMPLE = EXAMPLES.getFirst();
  private static final int MAX_LABELS = 20;
  private static final int MAX_LENGTH = 64;

  private Labels() {}

  static List<String> parse(JsonValue value) {
    FieldReader list = FieldReader.ofElements(value, EXAMPLE);
    List<String> labels =
        list.names()
            .map(name -> list.require(name, "\"cdn\"", Labels::label))
            .flatMap(Optional::stream)
            .distinct()
            .toList();
    list.finish();
    if (labels.size() > MAX_LABELS) {
      throw new InvalidValueException("", "has more than " + MAX_LABELS + " labels", EXAMPLE);
    }
    return labels;
  }

  private static String label(JsonValue value) {
    return ScalarForm.text(value)
        .filter(text -> text.length() <= MAX_LENGTH)
        .orElseThrow(() ->
            new InvalidValueException(
                "", "must be text of at most " + MAX_LENGTH + " characters", "\"cdn\""));
  }
}
