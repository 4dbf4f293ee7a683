package io.trafficgen.web.shape;

import io.trafficgen.application.billing.Reconciliation;
import java.time.Instant;
import java.util.List;

/** Whether the ledger keeps its promises. */
public record ReconciliationJson(boolean ok, Instant checkedAt, List<BrokenJson> broken) {
  /**
   * A promise that does not hold.
   *
   * @param where identities of the first rows that break it
   */
  record BrokenJson(String promise, List<String> where) {}

  public static ReconciliationJson of(Reconciliation found) {
    return new ReconciliationJson(
        found.isOk(),
        found.checkedAt(),
        found.broken().stream()
            .map(broken -> new BrokenJson(broken.promise(), broken.where()))
            .toList());
  }
}
