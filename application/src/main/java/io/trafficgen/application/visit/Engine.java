package io.trafficgen.application.visit;

import io.trafficgen.application.port.Robots;
import io.trafficgen.application.port.VisitDriver;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;

/**
 * What every visit of a node works with.
 *
 * @param robots asked about pages that the owner did not write down; may block
 * @param loads runs page loads, each of which blocks
 * @param timers ends dwells; its tasks never block
 * @param loadDeadline hard end of one page load
 */
public record Engine(
    VisitDriver driver,
    Robots robots,
    Executor loads,
    ScheduledExecutorService timers,
    InstantSource clock,
    Duration loadDeadline) {}
