package io.trafficgen.domain.project;

import io.trafficgen.domain.account.AccountId;
import io.trafficgen.domain.settings.SettingsDocument;
import java.time.Instant;
import java.util.Optional;

/**
 * A project as it is stored.
 *
 * @param epoch raised by every start, stop and change of settings
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
}
