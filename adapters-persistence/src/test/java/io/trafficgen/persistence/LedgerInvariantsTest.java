package io.trafficgen.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.trafficgen.application.port.BrokenInvariant;
import org.junit.jupiter.api.Test;

class LedgerInvariantsTest {
  @Test
  void an_empty_ledger_breaks_nothing() {
    try (PostgresDatabase database = TestDatabase.fresh()) {
      assertThat(new PostgresLedger(database).reconcile())
          .extracting(BrokenInvariant::promise)
          .isEmpty();
    }
  }
}
