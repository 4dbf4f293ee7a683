package io.trafficgen.application.visit;

import io.trafficgen.application.port.HostPauses;
import io.trafficgen.application.port.Safeguards;
import io.trafficgen.domain.safety.SafetyRules;
import io.trafficgen.domain.site.Host;
import io.trafficgen.domain.visit.FailureReason;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * Hosts that nobody may visit, as this node read them last: those that the operator closed, and
 * those that asked for a pause. Asked before each page, whoever's visit it is and however it got
 * there.
 */
public final class ClosedHosts {
  private final Safeguards safeguards;
  private final HostPauses pauses;
  private volatile SafetyRules rules = SafetyRules.none();
  private volatile Map<Host, Instant> paused = Map.of();

  public ClosedHosts(Safeguards safeguards, HostPauses pauses) {
    this.safeguards = safeguards;
    this.pauses = pauses;
  }

  void read(Instant now) {
    rules = safeguards.rules();
    paused = pauses.current(now);
  }

  /** Why no page of {@code host} is loaded at {@code now}, if so. */
  Optional<FailureReason> refusal(Host host, Instant now) {
    if (rules.refusal(host).isPresent()) {
      return Optional.of(FailureReason.KILLED);
    }
    return Optional.ofNullable(paused.get(host))
        .filter(now::isBefore)
        .map(until -> FailureReason.RETRY_AFTER);
  }
}
