package io.trafficgen.application.billing;

/** What became of a delivery. */
public sealed interface WebhookOutcome {
  /** Stored, or stored before. */
  record Received() implements WebhookOutcome {}

  /** Genuine, but about somebody else: nothing was stored, and an operator should know. */
  record NotOurs(String provider, String reason) implements WebhookOutcome {}

  /** Signature or age is wrong; nothing was stored. */
  record Refused(String reason) implements WebhookOutcome {}

  /** Not of exactly one scheme that is switched on; nothing was stored. */
  record Ambiguous(String reason) implements WebhookOutcome {}
}
