package io.trafficgen.application.port;

import io.trafficgen.domain.audit.AuditEntry;
import io.trafficgen.domain.billing.PaymentChange;
import java.util.Optional;
import java.util.UUID;

/**
 * What a rule decided about a payment.
 *
 * @param answer for the caller
 * @param change empty to leave everything as it is
 * @param event the inbox event that is processed by it
 * @param entry for the audit log
 */
public record PaymentDecision<R>(
    R answer, Optional<PaymentChange> change, Optional<UUID> event, Optional<AuditEntry> entry) {
  /** Leaves everything as it is. */
  public static <R> PaymentDecision<R> refuse(R answer) {
    return new PaymentDecision<>(answer, Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** As an inbox event wants it. */
  public static <R> PaymentDecision<R> by(UUID event, R answer, Optional<PaymentChange> change) {
    return new PaymentDecision<>(answer, change, Optional.of(event), Optional.empty());
  }

  /** As an operator wants it. */
  public static <R> PaymentDecision<R> by(AuditEntry entry, R answer, PaymentChange change) {
    return new PaymentDecision<>(answer, Optional.of(change), Optional.empty(), Optional.of(entry));
  }

  /** Also ends the inbox event. */
  public PaymentDecision<R> ending(UUID event) {
    return new PaymentDecision<>(answer, change, Optional.of(event), entry);
  }
}
