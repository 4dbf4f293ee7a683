package io.trafficgen.domain.audit;

import io.trafficgen.domain.account.AccountId;
import java.time.Instant;
import java.util.UUID;

/**
 * One thing that was done.
 *
 * @param subject what it was done to: kind and identity, for example {@code account:<id>}
 * @param detail in few words, without secrets and personal data: entries outlive accounts
 */
public record AuditEntry(
    UUID id, Instant at, Actor actor, AuditAction action, String subject, String detail) {
  /** An account as a subject. */
  public static String subject(AccountId account) {
    return "account:" + account;
  }
}
