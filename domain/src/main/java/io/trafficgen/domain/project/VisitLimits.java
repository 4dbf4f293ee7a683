package io.trafficgen.domain.project;

import io.trafficgen.domain.InvalidValueException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * Limits of a project that stand beside its settings (plan 2.C).
 *
 * @param dailyLimit visits started a day in the project's zone; 0 = unlimited
 * @param totalTarget visits delivered in all; 0 = unlimited
 * @param expiresAt when the project completes at the latest, to the millisecond, as it is shown
 */
public record VisitLimits(int dailyLimit, int totalTarget, Optional<Instant> expiresAt) {
  public VisitLimits {
    requireNotNegative("/daily_limit", dailyLimit);
    requireNotNegative("/total_target", totalTarget);
    expiresAt = expiresAt.map(end -> end.truncatedTo(ChronoUnit.MILLIS));
  }

  private static void requireNotNegative(String pointer, int value) {
    if (value < 0) {
      throw new InvalidValueException(pointer, "a limit is 0 (unlimited) or more", "1000");
    }
  }

  /** Whether no visit starts any more. */
  public boolean hasExpired(Instant now) {
    return expiresAt.filter(end -> !now.isBefore(end)).isPresent();
  }

  /** Whether something that {@code before} allowed is not allowed any more. */
  public boolean isStricterThan(VisitLimits before) {
    return isLower(dailyLimit, before.dailyLimit)
        || isLower(totalTarget, before.totalTarget)
        || expiresAt.filter(end -> before.expiresAt.map(end::isBefore).orElse(true)).isPresent();
  }

  private static boolean isLower(int limit, int before) {
    return limit != 0 && (before == 0 || limit < before);
  }

  /** No limit of any kind. */
  public static VisitLimits none() {
    return new VisitLimits(0, 0, Optional.empty());
  }
}
