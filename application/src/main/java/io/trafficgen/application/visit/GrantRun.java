package io.trafficgen.application.visit;

import io.trafficgen.application.port.Budgets.ClaimedGrant;
import io.trafficgen.application.port.Budgets.Progress;
import io.trafficgen.domain.settings.ProjectSettings;
import io.trafficgen.domain.visit.FailureReason;
import io.trafficgen.domain.visit.Grant;
import io.trafficgen.domain.visit.PageChoice;
import io.trafficgen.domain.visit.Visit;
import io.trafficgen.domain.visit.VisitOutcome;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Future;

/**
 * A claimed grant while its visits run. A visit starts only below the watermark that the database
 * confirmed, in its time, and in a free slot.
 */
final class GrantRun {
  private final Grant grant;
  private final ProjectSettings settings;
  private final PageChoice choice;
  private final VisitableSites sites;
  private final Slots slots;
  private final List<Instant> starts;
  private final List<VisitRun> underway = new ArrayList<>();
  private Optional<Future<?>> alarm = Optional.empty();
  private int watermark;
  private int started;
  private int ended;
  private boolean exhausted;
  private Optional<FailureReason> stopped = Optional.empty();

  GrantRun(
      ClaimedGrant claimed,
      ProjectSettings settings,
      PageChoice choice,
      VisitableSites sites,
      Slots slots) {
    this.grant = claimed.grant();
    this.settings = settings;
    this.choice = choice.entering(grant.host()::covers);
    this.sites = sites;
    this.slots = slots;
    this.starts = grant.starts(settings.pacing().arrival());
    this.watermark = claimed.watermark();
  }

  Grant grant() {
    return grant;
  }

  ProjectSettings settings() {
    return settings;
  }

  VisitableSites sites() {
    return sites;
  }

  /** The pages that its visits choose from, entering at the host that the grant is for. */
  PageChoice choice() {
    return choice;
  }

  /** Takes the number of the next visit, and a slot for it, if one may start now. */
  synchronized OptionalInt startNext(Instant now) {
    boolean due = started < watermark && !now.isBefore(starts.get(started));
    if (stopped.isPresent() || exhausted || !due || isOver(now) || !slots.take()) {
      return OptionalInt.empty();
    }
    started++;
    return OptionalInt.of(started);
  }

  /** When to look again for a visit to start; empty if something else has to happen first. */
  synchronized Optional<Instant> nextDue(Instant now) {
    if (stopped.isPresent() || exhausted || started >= watermark || isOver(now)) {
      return Optional.empty();
    }
    return Optional.of(starts.get(started)).filter(now::isBefore);
  }

  /** Sets the one alarm that looks for the next visit; an earlier one rings no more. */
  synchronized void alarm(Future<?> next) {
    alarm.ifPresent(earlier -> earlier.cancel(false));
    alarm = Optional.of(next);
  }

  synchronized void began(VisitRun visit) {
    underway.add(visit);
  }

  synchronized void ended(VisitRun visit) {
    underway.remove(visit);
    ended++;
    slots.free();
  }

  /**
   * A visit that was counted as begun could not be planned; no other begins, and those under way go
   * on.
   *
   * @return its receipt
   */
  synchronized Visit unplanned(int number, Instant now) {
    exhausted = true;
    ended++;
    slots.free();
    return new Visit(
        grant.id().visit(number),
        grant.id(),
        number,
        grant.project(),
        grant.account(),
        new VisitOutcome.Failed(FailureReason.DRIVER),
        0,
        now,
        Duration.ZERO);
  }

  /** What to ask of the budget next: as many visits again as were asked for at first. */
  synchronized Progress progress(int chunk) {
    return new Progress(grant.id(), started, Math.min(grant.n(), started + chunk));
  }

  synchronized void confirm(int watermark) {
    this.watermark = Math.max(this.watermark, watermark);
  }

  /** No further visit and no further page; visits in dwell end now. */
  void stop(FailureReason reason) {
    List<VisitRun> visits;
    synchronized (this) {
      if (stopped.isPresent()) {
        return;
      }
      stopped = Optional.of(reason);
      visits = List.copyOf(underway);
    }
    visits.forEach(visit -> visit.stop(reason));
  }

  synchronized Optional<FailureReason> stopped() {
    return stopped;
  }

  /** Whether no visit is under way and none will start. */
  synchronized boolean isFinished(Instant now) {
    boolean more = stopped.isEmpty() && !exhausted && started < grant.n() && !isOver(now);
    return ended == started && !more;
  }

  synchronized boolean isIdle() {
    return ended == started;
  }

  synchronized int started() {
    return started;
  }

  /** Visits that were due in the open model but did not start in time. */
  synchronized int dropped() {
    boolean ours = stopped.filter(reason -> reason != FailureReason.RETRY_AFTER).isPresent();
    return grant.spread() && !ours ? grant.n() - started : 0;
  }

  private boolean isOver(Instant now) {
    return !now.isBefore(grant.window().end());
  }
}
