package io.trafficgen.domain.project;

import io.trafficgen.domain.account.AccountId;
import io.trafficgen.domain.settings.SettingsDocument;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A project as it is stored.
 *
 * @param epoch raised by every start, stop, change of settings and stricter limit
 * @param settings the owner's document, to the byte
 * @param startedAt last start by a user
 * @param armedAt when the expiry was set; its period runs from here
 */
public record Project(
    ProjectId id,
    AccountId account,
    String name,
    ProjectStatus status,
    StatusReason reason,
    String planType,
    VisitLimits limits,
    SettingsDocument settings,
    long epoch,
    Optional<Instant> startedAt,
    Instant createdAt,
    Instant armedAt) {
  /** An expiry is not re-armed for less. */
  private static final Duration LEAST_PERIOD = Duration.ofHours(1);

  public boolean isActive() {
    return status == ProjectStatus.ACTIVE;
  }

  /**
   * The same project begun anew at {@code now}: an expiry that has passed lies as far ahead again
   * as it did when it was set.
   */
  public Project renewed(Instant now) {
    return limits
        .expiresAt()
        .filter(end -> !now.isBefore(end))
        .map(end -> started(now, end))
        .orElse(this);
  }

  private Project started(Instant now, Instant expired) {
    Duration period = Duration.between(armedAt, expired);
    Duration next = period.compareTo(LEAST_PERIOD) < 0 ? LEAST_PERIOD : period;
    return new Project(
        id,
        account,
        name,
        status,
        reason,
        planType,
        new VisitLimits(limits.dailyLimit(), limits.totalTarget(), Optional.of(now.plus(next))),
        settings,
        epoch,
        Optional.of(now),
        createdAt,
        now);
  }

  /**
   * The same project under other name, plan and limits. It goes on running; stricter limits raise
   * the epoch, so that what was granted under the old ones starts no visit.
   */
  public Project changed(String name, String planType, VisitLimits limits, Instant now) {
    return new Project(
        id,
        account,
        name,
        status,
        reason,
        planType,
        limits,
        settings,
        limits.isStricterThan(this.limits) ? epoch + 1 : epoch,
        startedAt,
        createdAt,
        limits.expiresAt().equals(this.limits.expiresAt()) ? armedAt : now);
  }
}
