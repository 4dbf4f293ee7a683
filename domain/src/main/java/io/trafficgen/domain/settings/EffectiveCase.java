package io.trafficgen.domain.settings;

import io.trafficgen.domain.json.JsonValue;
import io.trafficgen.domain.json.JsonValue.JsonArray;
import io.trafficgen.domain.json.JsonValue.JsonObject;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a {@link FieldRule} is asked about.
 *
 * @param root as it was written, to tell a default from a wish
 * @param dailyLimit visits a day; 0 = unlimited
 */
record EffectiveCase(ProjectSettings settings, JsonObject root, int dailyLimit) {

  /** Whether the field was written, and neither null nor blank. */
  boolean given(String name) {
    Optional<JsonValue> value = Optional.of(root);
    for (String step : name.split("\\.", -1)) {
      value = value.flatMap(outer -> member(outer, step));
    }
    return value.isPresent();
  }

  /** Whether visits run as slots free, so that nothing is spread over a day (page 4.3). */
  boolean closed() {
    return dailyLimit == 0 && settings.pacing().burst().isEmpty();
  }

  /** Whether a target names more than a country. */
  boolean namesPlaces() {
    return root.member("geoTargets").stream()
        .flatMap(targets ->
            targets instanceof JsonArray list ? list.elements().stream() : Stream.empty())
        .anyMatch(
            target -> member(target, "state").isPresent() || member(target, "city").isPresent());
  }

  private static Optional<JsonValue> member(JsonValue outer, String name) {
    return outer instanceof JsonObject object
        ? object.member(name).filter(value -> !ScalarForm.isAbsent(value))
        : Optional.empty();
  }
}
