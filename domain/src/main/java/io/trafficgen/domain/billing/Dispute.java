package io.trafficgen.domain.billing;

/**
 * The payer's bank asks a payment back; an end is never undone by a late word of its beginning.
 *
 * @param providerId the provider's identity of it
 * @param open whether it has not ended
 */
public record Dispute(String providerId, boolean open) {}
