package io.trafficgen.application.billing;

import io.trafficgen.application.port.BrokenInvariant;
import java.time.Instant;
import java.util.List;

/** What somebody found who looked whether the ledger keeps its promises. */
public record Reconciliation(Instant checkedAt, List<BrokenInvariant> broken) {
  public Reconciliation {
    broken = List.copyOf(broken);
  }

  /** Whether all hold. */
  public boolean isOk() {
    return broken.isEmpty();
  }
}
