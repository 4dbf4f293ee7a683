package io.trafficgen.application.visit;

import io.trafficgen.application.OneByOne;
import io.trafficgen.application.port.Budgets.Advanced;
import io.trafficgen.application.port.Budgets.ClaimedGrant;
import io.trafficgen.application.port.Budgets.Progress;
import io.trafficgen.application.port.CookieJars;
import io.trafficgen.application.port.FoundPages;
import io.trafficgen.application.port.Sites;
import io.trafficgen.domain.project.ProjectId;
import io.trafficgen.domain.settings.ProjectSettings;
import io.trafficgen.domain.site.Site;
import io.trafficgen.domain.visit.FailureReason;
import io.trafficgen.domain.visit.Grant;
import io.trafficgen.domain.visit.GrantId;
import io.trafficgen.domain.visit.Pace;
import io.trafficgen.domain.visit.PageChoice;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** The grants that this node runs, and the slots of their projects. */
public final class OpenGrants {
  private final Sites sites;
  private final ExitPool exits;
  private final FoundPages found;
  private final ReturningJars jars;
  private final ClosedHosts closed;
  private final Outbox outbox;
  private final Engine engine;
  private final Map<GrantId, GrantRun> runs = new ConcurrentHashMap<>();
  private final Map<ProjectId, Slots> slots = new ConcurrentHashMap<>();
  private volatile boolean draining;

  public OpenGrants(
      Sites sites,
      ExitPool exits,
      FoundPages found,
      CookieJars jars,
      ClosedHosts closed,
      Outbox outbox,
      Engine engine) {
    this.sites = sites;
    this.exits = exits;
    this.found = found;
    this.jars = new ReturningJars(jars, outbox, engine.clock());
    this.closed = closed;
    this.outbox = outbox;
    this.engine = engine;
  }

  void add(ClaimedGrant claimed) {
    ProjectSettings settings = ProjectSettings.parse(claimed.settings());
    Slots shared =
        slots.computeIfAbsent(
            claimed.grant().project(), project -> new Slots(settings.concurrency()));
    shared.limit(settings.concurrency());
    Instant now = engine.clock().instant();
    List<Site> verified = VerifiedSites.live(sites.verified(claimed.grant().account()), now);
    PageChoice choice = choice(claimed.grant(), settings, verified);
    VisitableSites visitable = new VisitableSites(verified, closed);
    runs.put(claimed.grant().id(), new GrantRun(claimed, settings, choice, visitable, shared));
  }

  private PageChoice choice(Grant grant, ProjectSettings settings, List<Site> verified) {
    if (!settings.discovery().wanted()) {
      return PageChoice.written(settings.pages());
    }
    Instant now = engine.clock().instant();
    return PageChoice.of(
        settings,
        found.of(grant.project(), DiscoverPages.wish(settings)).stream()
            .filter(page -> VerifiedSites.permitting(verified, page, now).isPresent())
            .toList());
  }

  List<Progress> progress() {
    return runs.values().stream()
        .map(run -> run.progress(Pace.chunk(run.settings().concurrency())))
        .toList();
  }

  /** Grants without a confirmed watermark start nothing any more. */
  void confirm(Advanced advanced) {
    runs.forEach((id, run) ->
        Optional.ofNullable(advanced.watermarks().get(id))
            .ifPresentOrElse(
                run::confirm,
                () ->
                    run.stop(
                        advanced.killed().contains(id)
                            ? FailureReason.KILLED
                            : FailureReason.STOPPED)));
  }

  Set<GrantId> ids() {
    return Set.copyOf(runs.keySet());
  }

  List<GrantRun> finished(Instant now) {
    return runs.values().stream().filter(run -> run.isFinished(now)).toList();
  }

  void remove(GrantRun run) {
    runs.remove(run.grant().id());
    ProjectId project = run.grant().project();
    if (runs.values().stream().noneMatch(other -> other.grant().project().equals(project))) {
      slots.remove(project);
    }
  }

  /** Ends everything at once, without settling: the grants belong to somebody else by now. */
  void abandon(FailureReason reason) {
    runs.values().forEach(run -> run.stop(reason));
    runs.clear();
    slots.clear();
  }

  /** Ends visits in dwell, lets loads in flight finish, takes nothing new. */
  void drain() {
    draining = true;
    runs.values().forEach(run -> run.stop(FailureReason.STOPPED));
  }

  boolean draining() {
    return draining;
  }

  boolean isEmpty() {
    return runs.isEmpty();
  }

  /** Whether no visit is under way. */
  boolean isIdle() {
    return runs.values().stream().allMatch(GrantRun::isIdle);
  }

  /** Reads which hosts nobody may visit now. */
  void readClosedHosts() {
    closed.read(engine.clock().instant());
  }

  /** Starts every visit that may start now. */
  void startDue() {
    OneByOne.each(runs.values(), this::startDue);
  }

  private void startDue(GrantRun run) {
    Instant now = engine.clock().instant();
    // A grant may have been made while its host was closed: it ends with what it has.
    run.sites().closed().refusal(run.grant().host()).ifPresent(run::stop);
    OptionalInt number = run.startNext(now);
    while (number.isPresent()) {
      begin(run, number.getAsInt());
      number = run.startNext(now);
    }
    run.nextDue(now).ifPresent(due -> wakeAt(run, now, due));
  }

  private void begin(GrantRun run, int number) {
    Runnable whenEnded = () -> slotFreed(run.grant().project());
    VisitRun visit;
    try {
      visit =
          new GrantVisit(run, number, exits, jars, outbox, engine.clock(), whenEnded).on(engine);
    } catch (RuntimeException e) {
      // As no other visit of the grant could be planned either: it ends with what it has.
      outbox.add(run.unplanned(number, engine.clock().instant()));
      throw e;
    }
    run.began(visit);
    run.stopped().ifPresent(visit::stop);
    visit.start();
  }

  private void slotFreed(ProjectId project) {
    runs.values().stream()
        .filter(run -> run.grant().project().equals(project))
        .forEach(this::startDue);
  }

  private void wakeAt(GrantRun run, Instant now, Instant due) {
    // Beats come once a second; only what is due before the next one needs a timer.
    long millis = Duration.between(now, due).toMillis();
    if (millis < 1_000) {
      run.alarm(engine.timers().schedule(() -> startDue(run), millis + 1, TimeUnit.MILLISECONDS));
    }
  }
}
