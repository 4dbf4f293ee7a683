package io.trafficgen.domain.project;

import java.util.Objects;
import java.util.UUID;

/** Identity of a project. */
public record ProjectId(UUID value) {
  public ProjectId {
    Objects.requireNonNull(value, "value");
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
