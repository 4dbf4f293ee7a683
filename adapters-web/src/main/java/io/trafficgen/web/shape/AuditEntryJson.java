package io.trafficgen.web.shape;

import io.trafficgen.domain.account.AccountId;
import io.trafficgen.domain.audit.AuditEntry;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Something that was done, as admins see it. */
public record AuditEntryJson(
    UUID id,
    Instant at,
    Optional<UUID> actor,
    String action,
    String subject,
    String detail,
    Optional<String> address) {
  public static AuditEntryJson of(AuditEntry entry) {
    return new AuditEntryJson(
        entry.id(),
        entry.at(),
        entry.actor().account().map(AccountId::value),
        entry.action().wireName(),
        entry.subject(),
        entry.detail(),
        entry.actor().address());
  }
}
