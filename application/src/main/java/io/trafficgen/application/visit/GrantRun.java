package io.trafficgen.application.visit;

import io.trafficgen.application.port.Budgets.ClaimedGrant;
import io.trafficgen.application.port.Budgets.Progress;
import io.trafficgen.domain.settings.ProjectSettings;
import io.trafficgen.domain.site.Host;
import io.trafficgen.domain.site.Site;
import io.trafficgen.domain.visit.FailureReason;
import io.trafficgen.domain.visit.Grant;
import io.trafficgen.domain.visit.PageChoice;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.Future;
import java.util.stream.Collectors;

/**
 * A claimed grant while its visits run. A visit starts only below the watermark that the database
 * confirmed, in its time, and in a free slot.
 */
final class GrantRun {
  private final Grant grant;
  private final ProjectSettings settings;
  private final PageChoice choice;
  private final List<Site> verified;
  private final ClosedHosts closed;
  private final Slots slots;
  private final List<Instant> starts;
  private final List<VisitRun> underway = new ArrayList<>();
  private Optional<Future<?>> alarm = Optional.empty();
  private int watermark;
  private int started;
  private int ended;
  private Optional<FailureReason> stopped = Optional.empty();

  GrantRun(
      ClaimedGrant claimed,
      ProjectSettings settings,
      PageChoice choice,
      List<Site> verified,
      ClosedHosts closed,
      Slots slots) {
    this.grant = claimed.grant();
    this.settings = settings;
    this.choice = choice.entering(grant.host()::covers);
    this.verified = List.copyOf(verified);
    this.closed = closed;
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

  /** Hosts that the pages of a visit may be on. */
  Set<Host> verified() {
    return verified.stream().map(Site::host).collect(Collectors.toSet());
  }

  /** Those of them that no redirect and no link of a visit that begins at {@code now} avoids. */
  Set<Host> open(Instant now) {
    return verified().stream()
        .filter(host -> closed.refusal(host, now).isEmpty())
        .collect(Collectors.toSet());
  }

  /** Why nobody may load {@code page} at {@code now}, if so. */
  Optional<FailureReason> refusal(URI page, Instant now) {
    return verified().stream()
        .filter(host -> host.covers(page))
        .flatMap(host -> closed.refusal(host, now).stream())
        .findFirst();
  }

  /** Whether the site of {@code page} wishes it visited at {@code now}. */
  boolean allows(URI page, Instant now) {
    return VerifiedSites.allow(verified, page, now);
  }

  /** The pages that its visits choose from, entering at the host that the grant is for. */
  PageChoice choice() {
    return choice;
  }

  /** Takes the number of the next visit, and a slot for it, if one may start now. */
  synchronized OptionalInt startNext(Instant now) {
    boolean due = started < watermark && !now.isBefore(starts.get(started));
    if (stopped.isPresent() || !due || isOver(now) || !slots.take()) {
      return OptionalInt.empty();
    }
    started++;
    return OptionalInt.of(started);
  }

  /** When to look again for a visit to start; empty if something else has to happen first. */
  synchronized Optional<Instant> nextDue(Instant now) {
    if (stopped.isPresent() || started >= watermark || isOver(now)) {
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

  /** A visit that had begun came to nothing before its first page; no other begins. */
  synchronized void unplanned() {
    stopped = Optional.of(FailureReason.DRIVER);
    ended++;
    slots.free();
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
    return ended == started && (stopped.isPresent() || started == grant.n() || isOver(now));
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
