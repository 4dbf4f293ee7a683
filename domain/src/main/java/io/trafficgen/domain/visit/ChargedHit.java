package io.trafficgen.domain.visit;

/**
 * A hit, and whether its visit was paid.
 *
 * @param charged false as long as the visit goes on
 */
public record ChargedHit(Hit hit, boolean charged) {}
