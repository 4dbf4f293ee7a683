package io.trafficgen.application.visit;

import io.trafficgen.application.port.LoadOutcome.Loaded;
import io.trafficgen.domain.exit.Exit;
import io.trafficgen.domain.settings.Country;
import io.trafficgen.domain.settings.ProjectSettings;
import io.trafficgen.domain.visit.DeviceProfile;
import io.trafficgen.domain.visit.Grant;
import io.trafficgen.domain.visit.Hit;
import io.trafficgen.domain.visit.Visit;
import io.trafficgen.domain.visit.VisitId;
import io.trafficgen.domain.visit.VisitOutcome;
import io.trafficgen.domain.visit.VisitPlan;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.SplittableRandom;

/** One visit of a grant: what it is to do, and its hits and receipt on their way to the store. */
final class GrantVisit implements VisitListener {
  private final GrantRun run;
  private final int number;
  private final ExitPool exits;
  private final VisitOrder order;
  private final Outbox outbox;
  private final InstantSource clock;
  private final Runnable whenEnded;
  private final Instant startedAt;

  GrantVisit(
      GrantRun run,
      int number,
      ExitPool exits,
      Outbox outbox,
      InstantSource clock,
      Runnable whenEnded) {
    this.run = run;
    this.exits = exits;
    this.number = number;
    this.outbox = outbox;
    this.clock = clock;
    this.whenEnded = whenEnded;
    this.startedAt = clock.instant();
    this.order = order();
  }

  private VisitOrder order() {
    VisitId id = run.grant().id().visit(number);
    ProjectSettings settings = run.settings();
    VisitPlan plan =
        VisitPlan.next(settings, run.entryUrls(), startedAt, new SplittableRandom(id.seed()));
    return new VisitOrder(
        id,
        plan,
        exits.pick(settings.routing(), plan.country(), run.grant().project(), id),
        run.verified(),
        run::allows,
        settings.supervision().success());
  }

  /** The visit, not begun. */
  VisitRun on(Engine engine) {
    return new VisitRun(order, engine, this);
  }

  @Override
  public void loaded(int page, Loaded loaded) {
    Grant grant = run.grant();
    DeviceProfile device = order.plan().device();
    outbox.add(
        new Hit(
            order.id(),
            page,
            grant.project(),
            grant.account(),
            loaded.url(),
            order.exit().flatMap(Exit::country).map(Country::code),
            order.exit().flatMap(Exit::publicIp),
            device.device(),
            device.browser(),
            loaded.status(),
            loaded.duration(),
            loaded.bytes(),
            loaded.blockedRequests(),
            clock.instant()));
  }

  /**
   * The receipt is in the outbox before the grant hears of the end, so that no settling misses it.
   */
  @Override
  public void ended(VisitRun visit, VisitOutcome outcome, int pages) {
    Grant grant = run.grant();
    outbox.add(
        new Visit(
            order.id(),
            grant.id(),
            number,
            grant.project(),
            grant.account(),
            outcome,
            pages,
            startedAt,
            Duration.between(startedAt, clock.instant())));
    run.ended(visit);
    whenEnded.run();
  }
}
