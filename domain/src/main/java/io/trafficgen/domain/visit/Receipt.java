package io.trafficgen.domain.visit;

/**
 * A stored visit.
 *
 * @param charged whether it was paid; only completed visits ever are
 */
public record Receipt(Visit visit, boolean charged) {}
