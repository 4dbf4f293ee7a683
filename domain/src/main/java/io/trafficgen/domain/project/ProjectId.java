package io.trafficgen.domain.project;

import java.util.Objects;
import java.util.UUID;

/** Identity of a project. */
public record ProjectId(UUID value) {
  public ProjectId {
    Objects.requireNonNull(value, "value");
  }

  /** Seed of what chance decides about the project's days ({@code Pace}). */
  public long seed() {
    return value.getMostSignificantBits() ^ Long.rotateLeft(value.getLeastSignificantBits(), 32);
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
