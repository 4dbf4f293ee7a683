package io.trafficgen.application.port;

/** Whether a delivery is the provider's own, and meant for us. */
public sealed interface SignatureOutcome {
  /**
   * @param dedupeKey equal for deliveries of the same event
   */
  record Genuine(String dedupeKey) implements SignatureOutcome {}

  /**
   * The provider's own, but about somebody else, or a trial: it must never move money.
   *
   * @param reason one sentence for the operator
   */
  record NotOurs(String reason) implements SignatureOutcome {}

  /**
   * @param reason one sentence for the sender
   */
  record Forged(String reason) implements SignatureOutcome {}
}
