package io.trafficgen.application.port;

import java.time.Duration;
import java.time.Instant;

/** Which engine processes are alive. A process that is late is fenced by its epoch. */
public interface NodeLeases {
  /** How long a node that says nothing is taken for alive. */
  Duration timeToLive();

  /** Takes the node's name over, with a new epoch: grants of older epochs are no longer its. */
  Lease register(String node, Instant now);

  /** Prolongs the lease; false if the node was fenced meanwhile and must register anew. */
  boolean renew(Lease lease, Instant now);

  /** A process's hold on its name. */
  record Lease(String node, long epoch) {}
}
