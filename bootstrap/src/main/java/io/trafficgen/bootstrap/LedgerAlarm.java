package io.trafficgen.bootstrap;

import io.micrometer.core.instrument.MeterRegistry;
import io.trafficgen.application.billing.ReconcileLedger;
import io.trafficgen.application.billing.Reconciliation;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says aloud when the ledger breaks a promise: by an error in the log for each, and by {@code
 * trafficgen_ledger_broken}, their number. That is not shown until somebody has looked: a zero
 * would be a lie.
 */
final class LedgerAlarm {
  static final String BROKEN = "trafficgen.ledger.broken";

  private static final Logger LOG = LoggerFactory.getLogger(LedgerAlarm.class);

  private final ReconcileLedger reconcile;
  private final MeterRegistry meters;
  private final AtomicInteger broken = new AtomicInteger();

  LedgerAlarm(ReconcileLedger reconcile, MeterRegistry meters) {
    this.reconcile = reconcile;
    this.meters = meters;
  }

  /** Looks once. */
  void look() {
    Reconciliation found = reconcile.reconcile();
    found
        .broken()
        .forEach(promise ->
            LOG.error(
                "the ledger breaks a promise: {}, at {}", promise.promise(), promise.where()));
    broken.set(found.broken().size());
    meters.gauge(BROKEN, broken);
  }
}
