package io.trafficgen.application.project;

import io.trafficgen.domain.project.Project;
import io.trafficgen.domain.visit.BindingCap;
import java.time.Instant;
import java.util.Optional;

/**
 * A project, and why it does what it does now.
 *
 * @param statusReason the stored reason; of an active project, {@code no_funds} while it cannot pay
 *     and {@code expired} from its expiry until it is completed
 * @param nextVisitAt when a visit is due; empty unless it is active
 * @param bindingCap what keeps it from running more; empty unless it is active
 */
public record ProjectReport(
    Project project,
    String statusReason,
    Optional<Instant> nextVisitAt,
    Optional<BindingCap> bindingCap) {}
