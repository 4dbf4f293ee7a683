package io.trafficgen.application.safety;

import io.trafficgen.application.port.Safeguards;
import io.trafficgen.domain.Page;
import io.trafficgen.domain.PageRequest;
import io.trafficgen.domain.safety.HostStanding;
import java.time.InstantSource;

/** Shows admins the hosts that we know, and what each gets in the present minute. */
public final class ListHosts {
  private final Safeguards safeguards;
  private final InstantSource clock;

  public ListHosts(Safeguards safeguards, InstantSource clock) {
    this.safeguards = safeguards;
    this.clock = clock;
  }

  public Page<HostStanding> list(PageRequest request) {
    return safeguards.hosts(request, clock.instant());
  }
}
