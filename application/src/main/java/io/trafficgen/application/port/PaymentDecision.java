package io.trafficgen.application.port;

import io.trafficgen.domain.audit.AuditEntry;
import io.trafficgen.domain.billing.PaymentChange;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * What a rule decided about a payment.
 *
 * @param answer for the caller
 * @param change empty to leave everything as it is
 * @param events inbox events that are processed by it
 * @param topUp the intent that is completed by it
 * @param entry for the audit log
 */
public record PaymentDecision<R>(
    R answer,
    Optional<PaymentChange> change,
    List<UUID> events,
    Optional<UUID> topUp,
    Optional<AuditEntry> entry) {
  public PaymentDecision {
    events = List.copyOf(events);
  }

  /** Leaves everything as it is. */
  public static <R> PaymentDecision<R> refuse(R answer) {
    return new PaymentDecision<>(
        answer, Optional.empty(), List.of(), Optional.empty(), Optional.empty());
  }

  /** As an inbox event wants it. */
  public static <R> PaymentDecision<R> by(UUID event, R answer, Optional<PaymentChange> change) {
    return new PaymentDecision<>(
        answer, change, List.of(event), Optional.empty(), Optional.empty());
  }

  /** As an operator wants it. */
  public static <R> PaymentDecision<R> by(AuditEntry entry, R answer, PaymentChange change) {
    return new PaymentDecision<>(
        answer, Optional.of(change), List.of(), Optional.empty(), Optional.of(entry));
  }

  /** Also ends the inbox event. */
  public PaymentDecision<R> ending(UUID event) {
    return new PaymentDecision<>(
        answer, change, Stream.concat(events.stream(), Stream.of(event)).toList(), topUp, entry);
  }

  /** Also completes the intent that was answered, if there is one. */
  public PaymentDecision<R> answering(Optional<UUID> topUp) {
    return new PaymentDecision<>(answer, change, events, topUp, entry);
  }
}
