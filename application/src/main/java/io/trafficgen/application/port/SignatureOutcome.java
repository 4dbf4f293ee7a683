package io.trafficgen.application.port;

/** Whether a delivery is the provider's own. */
public sealed interface SignatureOutcome {
  /**
   * @param dedupeKey equal for deliveries of the same event
   */
  record Genuine(String dedupeKey) implements SignatureOutcome {}

  /**
   * @param reason one sentence for the sender
   */
  record Forged(String reason) implements SignatureOutcome {}
}
