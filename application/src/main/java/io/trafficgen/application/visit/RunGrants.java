package io.trafficgen.application.visit;

import io.trafficgen.application.OneByOne;
import io.trafficgen.application.port.Budgets;
import io.trafficgen.application.port.Budgets.Advanced;
import io.trafficgen.application.port.Budgets.ClaimedGrant;
import io.trafficgen.application.port.NodeLeases;
import io.trafficgen.application.port.NodeLeases.Lease;
import io.trafficgen.domain.InvalidValueException;
import io.trafficgen.domain.visit.FailureReason;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Steps 2 to 6 of the engine, one beat a second: stores what happened, raises watermarks, settles
 * what is finished, claims what is new. Whatever fails is tried again by the next beat; until then
 * no watermark rises, so no limit is passed.
 */
public final class RunGrants {
  /** Renewals that fit into the life of a lease. */
  private static final int LEASE_BEATS = 4;

  private static final int MOST_CLAIMS = 64;

  private final String node;
  private final NodeLeases leases;
  private final Budgets budgets;
  private final Outbox outbox;
  private final OpenGrants open;
  private final BooleanSupplier busy;
  private final InstantSource clock;

  private Optional<Lease> lease = Optional.empty();
  private Instant nextLeaseBeat = Instant.MIN;
  private Instant patientUntil = Instant.MIN;

  /**
   * @param node this process's name; a restarted process takes its predecessor's
   * @param busy whether so many loads wait that other nodes had better take what is new
   */
  public RunGrants(
      String node,
      NodeLeases leases,
      Budgets budgets,
      Outbox outbox,
      OpenGrants open,
      BooleanSupplier busy,
      InstantSource clock) {
    this.node = node;
    this.leases = leases;
    this.budgets = budgets;
    this.outbox = outbox;
    this.open = open;
    this.busy = busy;
    this.clock = clock;
  }

  /** One beat. */
  public synchronized void run() {
    Instant now = clock.instant();
    boolean done = false;
    try {
      beat(now);
      done = true;
    } finally {
      if (!done) {
        // What kept us from the database kept others from it too: they get a whole life of a lease
        // to store what their visits left.
        patientUntil = now.plus(leases.timeToLive());
      }
    }
  }

  private void beat(Instant now) {
    // Taken before the flush: whatever these grants' visits left is in the outbox by now.
    List<GrantRun> finished = open.finished(now);
    boolean stored = outbox.flush();
    if (!stored && lease.isEmpty()) {
      // A first lease ends the grants of an earlier process, by what is stored: that comes first.
      return;
    }
    Lease held = keepLease(now);
    Advanced advanced = budgets.advance(held, open.progress());
    outbox.show(advanced.charged());
    open.confirm(advanced);
    List<Runnable> rest =
        List.of(
            () -> settle(held, stored ? finished : List.of()),
            () -> budgets.expire(now),
            open::readClosedHosts,
            () -> claim(held, now),
            open::startDue);
    OneByOne.each(rest, Runnable::run);
  }

  private void settle(Lease held, List<GrantRun> finished) {
    OneByOne.each(
        finished,
        run -> {
          budgets.settle(held, run.grant().id(), run.started(), run.dropped());
          open.remove(run);
        });
  }

  /** A grant that cannot be opened now comes again with the next claim: it is not known. */
  private void claim(Lease held, Instant now) {
    if (!open.draining()) {
      int most = busy.getAsBoolean() ? 0 : MOST_CLAIMS;
      List<ClaimedGrant> claimed = budgets.claim(held, now, most, open.ids());
      OneByOne.each(claimed, grant -> open(held, grant, now));
    }
  }

  private void open(Lease held, ClaimedGrant claimed, Instant now) {
    try {
      open.add(claimed);
    } catch (InvalidValueException unusable) {
      // Settings that another version of this program accepted: nothing of the grant can start.
      budgets.settle(held, claimed.grant().id(), 0, 0);
    } catch (RuntimeException e) {
      if (!now.isBefore(claimed.grant().window().end())) {
        budgets.settle(held, claimed.grant().id(), 0, 0);
      }
      throw e;
    }
  }

  private Lease keepLease(Instant now) {
    if (lease.isPresent() && now.isBefore(nextLeaseBeat)) {
      return lease.get();
    }
    if (lease.isEmpty() || !leases.renew(lease.get(), now)) {
      // Somebody counted this process dead and billed its grants: they are no longer its own.
      open.abandon(FailureReason.KILLED);
      lease = Optional.of(leases.register(node, now));
    }
    nextLeaseBeat = now.plus(leases.timeToLive().dividedBy(LEASE_BEATS));
    if (!now.isBefore(patientUntil)) {
      budgets.reclaim(now);
    }
    return lease.get();
  }
}
