package io.trafficgen.domain.visit;

import java.util.Objects;
import java.util.UUID;

/** Identity of a grant. */
public record GrantId(UUID value) {
  public GrantId {
    Objects.requireNonNull(value, "value");
  }

  /** Identity of the grant's {@code number}-th visit, from 1. */
  public VisitId visit(int number) {
    return new VisitId(DerivedId.of(value, number));
  }

  /** Seed of what chance decides about the grant as a whole. */
  long seed() {
    return DerivedId.of(value, 0).getLeastSignificantBits();
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
