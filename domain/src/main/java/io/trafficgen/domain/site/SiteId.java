package io.trafficgen.domain.site;

import java.util.Objects;
import java.util.UUID;

/** Identity of a site of an account. */
public record SiteId(UUID value) {
  public SiteId {
    Objects.requireNonNull(value, "value");
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
