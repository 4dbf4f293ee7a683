package io.trafficgen.domain.visit;

import java.time.Instant;
import java.util.function.Predicate;

/**
 * When the sites of a project bear visits.
 *
 * @param unlimited whether there is no moment at which they do not
 * @param bears whether one of them does at a moment
 */
public record SiteHours(boolean unlimited, Predicate<Instant> bears) {
  /** No hours are set. */
  public static SiteHours always() {
    return new SiteHours(true, at -> true);
  }

  /** Visits start only when {@code bears} says so. */
  public static SiteHours when(Predicate<Instant> bears) {
    return new SiteHours(false, bears);
  }
}
