package io.trafficgen.domain.visit;

import java.time.Instant;
import java.time.LocalDate;

/**
 * Visits of one day of a project's zone that are due in a span of it.
 *
 * @param to exclusive
 */
public record DueSpan(LocalDate day, Instant from, Instant to, long visits) {}
