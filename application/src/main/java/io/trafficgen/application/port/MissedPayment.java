package io.trafficgen.application.port;

/**
 * An event that was or should have been delivered.
 *
 * @param dedupeKey that of the delivery
 * @param body what the provider would have sent, as far as its truth needs it
 */
public record MissedPayment(String dedupeKey, byte[] body) {}
