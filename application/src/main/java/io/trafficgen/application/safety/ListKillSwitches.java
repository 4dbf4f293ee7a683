package io.trafficgen.application.safety;

import io.trafficgen.application.port.Safeguards;
import io.trafficgen.domain.Page;
import io.trafficgen.domain.PageRequest;
import io.trafficgen.domain.safety.KillSwitch;

/** Shows admins every switch that was ever set, the last changed first. */
public final class ListKillSwitches {
  private final Safeguards safeguards;

  public ListKillSwitches(Safeguards safeguards) {
    this.safeguards = safeguards;
  }

  public Page<KillSwitch> list(PageRequest request) {
    return safeguards.switches(request);
  }
}
