package io.trafficgen.domain.visit;

import java.util.Objects;
import java.util.UUID;

/** Identity of a visit: the same text in the site's log, the stream, the report and the bill. */
public record VisitId(UUID value) {
  public VisitId {
    Objects.requireNonNull(value, "value");
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
