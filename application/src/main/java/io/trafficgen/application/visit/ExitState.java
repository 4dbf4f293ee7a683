package io.trafficgen.application.visit;

import io.trafficgen.domain.exit.Exit;
import java.time.Instant;
import java.util.Optional;

/**
 * An exit as this node sees it.
 *
 * @param inUse page loads under way
 * @param healthy whether visits take it
 * @param problem what the last check found, for the operator
 * @param checkedAt when that was
 */
public record ExitState(
    Exit exit, int inUse, boolean healthy, Optional<String> problem, Optional<Instant> checkedAt) {}
