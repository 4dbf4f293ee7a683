package io.trafficgen.domain.settings;

import java.util.Objects;

/**
 * A country that visits shall come from.
 *
 * @param share its part of all visits, above 0 and at most 1; the shares of a list sum to 1
 */
public record GeoTarget(Country country, double share) {
  public GeoTarget {
    Objects.requireNonNull(country, "country");
    if (!(share > 0 && share <= 1)) {
      throw new IllegalArgumentException("a share is above 0 and at most 1: " + share);
    }
  }
}
