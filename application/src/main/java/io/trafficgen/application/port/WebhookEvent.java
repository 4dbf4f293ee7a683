package io.trafficgen.application.port;

import java.time.Instant;
import java.util.UUID;

/**
 * One verified delivery of a payment provider.
 *
 * @param dedupeKey equal for deliveries of the same event
 * @param body raw bytes, as signed
 */
public record WebhookEvent(
    UUID id, String provider, String dedupeKey, byte[] body, Instant receivedAt) {}
