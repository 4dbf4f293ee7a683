package io.trafficgen.persistence;

import static org.assertj.core.api.Assertions.assertThat;

/** Fails unless the invariants of the billing page, 3.5, hold now. */
final class Invariants {
  private Invariants() {}

  static void check(PostgresDatabase database) {
    assertThat(new PostgresLedger(database).reconcile()).isEmpty();
  }
}
