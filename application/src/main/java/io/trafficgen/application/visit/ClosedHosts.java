package io.trafficgen.application.visit;

import io.trafficgen.application.port.HostGate;
import io.trafficgen.application.port.HostPauses;
import io.trafficgen.application.port.Safeguards;
import io.trafficgen.domain.safety.HostClosures;
import io.trafficgen.domain.site.Host;
import io.trafficgen.domain.visit.FailureReason;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;

/**
 * Hosts of which nobody may ask anything, as this node read them last: those that the operator
 * closed, and those that asked for a pause. Asked before each page, whoever's visit it is and
 * however it got there; each single request of a load meets the same at the gate.
 */
public final class ClosedHosts {
  private final Safeguards safeguards;
  private final HostPauses pauses;
  private final HostGate gate;
  private volatile HostClosures closed = HostClosures.none();

  public ClosedHosts(Safeguards safeguards, HostPauses pauses, HostGate gate) {
    this.safeguards = safeguards;
    this.pauses = pauses;
    this.gate = gate;
  }

  /** A pause that is over at {@code now} holds nothing back any more. */
  synchronized void read(Instant now) {
    closed = HostClosures.of(safeguards.rules(), pauses.current(now).keySet());
    gate.admitAllBut(closed);
  }

  /** Why no page of {@code host} is loaded, if so. */
  Optional<FailureReason> refusal(Host host) {
    return closed.refusal(host);
  }

  /** Why {@code page} is not loaded, if so. */
  Optional<FailureReason> refusal(URI page) {
    return closed.refusal(page);
  }
}
