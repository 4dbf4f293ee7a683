package io.trafficgen.application.audit;

import io.trafficgen.domain.audit.Actor;
import io.trafficgen.domain.audit.AuditAction;
import io.trafficgen.domain.audit.AuditEntry;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.function.Supplier;

/** Makes entries; the port that makes the change writes them beside it. */
public final class AuditTrail {
  private final Supplier<UUID> ids;
  private final InstantSource clock;

  public AuditTrail(Supplier<UUID> ids, InstantSource clock) {
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * An entry of now.
   *
   * @param subject kind and identity, for example {@code payment:<id>}
   */
  public AuditEntry entry(Actor actor, AuditAction action, String subject, String detail) {
    return new AuditEntry(
        ids.get(), clock.instant().truncatedTo(ChronoUnit.MILLIS), actor, action, subject, detail);
  }
}
