package io.trafficgen.domain.visit;

import java.time.Instant;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * When the sites of a project bear visits.
 *
 * @param unlimited whether there is no moment at which they do not
 * @param bears whether one of them does at a moment
 * @param unchangedUntil a moment after another, before which {@code bears} goes on answering the
 *     same
 */
public record SiteHours(
    boolean unlimited, Predicate<Instant> bears, UnaryOperator<Instant> unchangedUntil) {
  /** No hours are set. */
  public static SiteHours always() {
    return new SiteHours(true, at -> true, at -> Instant.MAX);
  }

  /** Visits start only when {@code bears} says so. */
  public static SiteHours when(Predicate<Instant> bears, UnaryOperator<Instant> unchangedUntil) {
    return new SiteHours(false, bears, unchangedUntil);
  }
}
