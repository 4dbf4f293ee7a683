package io.trafficgen.bootstrap;

import io.micrometer.core.instrument.MeterRegistry;
import io.trafficgen.application.billing.ListEvents;
import io.trafficgen.application.billing.ReconcileLedger;
import io.trafficgen.application.billing.Reconciliation;
import io.trafficgen.domain.PageRequest;
import io.trafficgen.domain.billing.EventState;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says aloud when money needs somebody: promises that the ledger breaks, by an error in the log for
 * each and by {@code trafficgen_ledger_broken}, their number; payment events that nothing could be
 * done with for a week, by {@code trafficgen_events_dead}, up to a hundred. Neither is shown until
 * somebody has looked: a zero would be a lie.
 */
final class LedgerAlarm {
  static final String BROKEN = "trafficgen.ledger.broken";
  static final String DEAD = "trafficgen.events.dead";

  private static final PageRequest HUNDRED = new PageRequest(100, Optional.empty());
  private static final Logger LOG = LoggerFactory.getLogger(LedgerAlarm.class);

  private final ReconcileLedger reconcile;
  private final ListEvents events;
  private final MeterRegistry meters;
  private final AtomicInteger broken = new AtomicInteger();
  private final AtomicInteger dead = new AtomicInteger();

  LedgerAlarm(ReconcileLedger reconcile, ListEvents events, MeterRegistry meters) {
    this.reconcile = reconcile;
    this.events = events;
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
    dead.set(events.list(Optional.of(EventState.DEAD), HUNDRED).items().size());
    meters.gauge(DEAD, dead);
    if (dead.get() > 0) {
      LOG.error("{} payment events are dead: see /api/admin/events?state=dead", dead.get());
    }
  }
}
