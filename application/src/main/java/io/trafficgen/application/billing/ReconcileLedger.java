package io.trafficgen.application.billing;

import io.trafficgen.application.port.Ledger;
import java.time.Instant;
import java.time.InstantSource;

/** Looks whether everything that the ledger promises holds (billing page, 3.5). */
public final class ReconcileLedger {
  private final Ledger ledger;
  private final InstantSource clock;

  public ReconcileLedger(Ledger ledger, InstantSource clock) {
    this.ledger = ledger;
    this.clock = clock;
  }

  /** Reads every row of money, all of one moment. */
  public Reconciliation reconcile() {
    Instant now = clock.instant();
    return new Reconciliation(now, ledger.reconcile());
  }
}
