package io.trafficgen.application.visit;

import io.trafficgen.application.port.LoadOutcome.Loaded;
import io.trafficgen.domain.exit.Exit;
import io.trafficgen.domain.project.ProjectId;
import io.trafficgen.domain.settings.Country;
import io.trafficgen.domain.settings.ProjectSettings;
import io.trafficgen.domain.visit.DeviceProfile;
import io.trafficgen.domain.visit.FailureReason;
import io.trafficgen.domain.visit.Grant;
import io.trafficgen.domain.visit.Hit;
import io.trafficgen.domain.visit.HostPause;
import io.trafficgen.domain.visit.Visit;
import io.trafficgen.domain.visit.VisitId;
import io.trafficgen.domain.visit.VisitOutcome;
import io.trafficgen.domain.visit.VisitPlan;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/** One visit of a grant: what it is to do, and its hits and receipt on their way to the store. */
final class GrantVisit implements VisitListener {
  private final GrantRun run;
  private final int number;
  private final ExitPool exits;
  private final VisitOrder order;
  private final ReturningJars jars;
  private final Outbox outbox;
  private final InstantSource clock;
  private final Runnable whenEnded;
  private final Instant startedAt;

  GrantVisit(
      GrantRun run,
      int number,
      ExitPool exits,
      ReturningJars jars,
      Outbox outbox,
      InstantSource clock,
      Runnable whenEnded) {
    this.run = run;
    this.exits = exits;
    this.number = number;
    this.jars = jars;
    this.outbox = outbox;
    this.clock = clock;
    this.whenEnded = whenEnded;
    this.startedAt = clock.instant();
    this.order = order();
  }

  private VisitOrder order() {
    VisitId id = run.grant().id().visit(number);
    ProjectId project = run.grant().project();
    ProjectSettings settings = run.settings();
    VisitPlan plan =
        VisitPlan.next(settings, run.choice(), startedAt, new SplittableRandom(id.seed()));
    return new VisitOrder(
        id,
        plan,
        exits.pick(settings.routing(), plan.country(), run.grant().project(), id),
        run.sites().hosts(),
        run.sites()::allow,
        run.sites()::refusal,
        settings.discovery().robots(),
        settings.supervision().success(),
        VisitOrder.wishes(settings, Optional.of(project)),
        () -> plan.returning() ? jars.take(project, id) : List.of());
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

  @Override
  public void askedToWait(URI page, Duration wait) {
    run.sites().hosts().stream()
        .filter(host -> host.covers(page))
        .forEach(host -> outbox.add(HostPause.of(host, wait, clock.instant())));
    run.stop(FailureReason.RETRY_AFTER);
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
    if (outcome.isCompleted() && run.settings().browsing().returning() > 0) {
      jars.left(grant.project(), order.id(), visit.cookies()).ifPresent(outbox::add);
    }
    run.ended(visit);
    whenEnded.run();
  }
}
