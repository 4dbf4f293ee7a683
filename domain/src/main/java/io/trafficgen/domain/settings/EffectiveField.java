package io.trafficgen.domain.settings;

import java.util.Objects;
import java.util.Optional;

/**
 * What becomes of one field.
 *
 * @param field its name; inside {@code qa} with dots, for example {@code qa.success.maxStatus}
 * @param value in force: text, a number, a boolean, a list or a map of these; empty for none
 * @param reason one phrase; there is always one unless the field is honoured as it was written
 */
public record EffectiveField(
    String field, Treatment treatment, Optional<Object> value, Optional<String> reason) {
  public EffectiveField {
    Objects.requireNonNull(field, "field");
    Objects.requireNonNull(value, "value");
    if (treatment != Treatment.HONOURED && reason.isEmpty()) {
      throw new IllegalArgumentException(field + " is not honoured, and nobody says why");
    }
  }
}
