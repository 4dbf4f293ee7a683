package io.trafficgen.domain.visit;

import java.util.Objects;
import java.util.UUID;

/** Identity of a visit: the same text in the site's log, the stream, the report and the bill. */
public record VisitId(UUID value) {
  public VisitId {
    Objects.requireNonNull(value, "value");
  }

  /** Identity of the visit's {@code page}-th hit, from 1. */
  public UUID hit(int page) {
    return DerivedId.of(value, page);
  }

  /** Seed of everything that chance decides in this visit: a replay takes the same course. */
  public long seed() {
    return value.getLeastSignificantBits();
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
