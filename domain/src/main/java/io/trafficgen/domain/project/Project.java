package io.trafficgen.domain.project;

import io.trafficgen.domain.account.AccountId;
import io.trafficgen.domain.settings.SettingsDocument;
import java.time.Instant;
import java.util.Optional;

/**
 * A project as it is stored.
 *
 * @param epoch raised by every start, stop, change of settings and stricter limit
 * @param settings the owner's document, to the byte
 * @param startedAt last start by a user
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
    Instant createdAt) {
  public boolean isActive() {
    return status == ProjectStatus.ACTIVE;
  }

  /**
   * The same project under other name, plan and limits. It goes on running; stricter limits raise
   * the epoch, so that what was granted under the old ones starts no visit.
   */
  public Project changed(String name, String planType, VisitLimits limits) {
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
        createdAt);
  }
}
