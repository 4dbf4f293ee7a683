package io.trafficgen.application.visit;

import io.trafficgen.application.port.NodeLeases;
import io.trafficgen.application.port.NodeLeases.Lease;
import java.time.Duration;
import java.time.Instant;

/** The leases of a node that never dies. */
final class AlwaysAlive implements NodeLeases {
  @Override
  public Duration timeToLive() {
    return Duration.ofSeconds(20);
  }

  @Override
  public Lease register(String node, Instant now) {
    return new Lease(node, 1);
  }

  @Override
  public boolean renew(Lease lease, Instant now) {
    return true;
  }
}
