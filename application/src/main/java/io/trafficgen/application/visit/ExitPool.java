package io.trafficgen.application.visit;

import io.trafficgen.domain.exit.Exit;
import io.trafficgen.domain.exit.ExitList;
import io.trafficgen.domain.exit.ExitSelection;
import io.trafficgen.domain.project.ProjectId;
import io.trafficgen.domain.settings.Country;
import io.trafficgen.domain.settings.Routing;
import io.trafficgen.domain.visit.VisitId;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** The exits of this node: which work, and who goes through them now. */
public final class ExitPool {
  /** Checks in a row that must fail: a lost packet stops no project. */
  private static final int FAILURES = 2;

  private final Map<String, Place> places = new LinkedHashMap<>();

  public ExitPool(ExitList list) {
    list.exits().forEach(exit -> places.put(exit.id(), new Place(exit)));
  }

  /** What is known of one exit; a new one is trusted until it was checked. */
  private static final class Place {
    private final Exit exit;
    private final Semaphore room;
    private int failures;
    private Optional<String> problem = Optional.empty();
    private Optional<Instant> checkedAt = Optional.empty();

    Place(Exit exit) {
      this.exit = exit;
      this.room = new Semaphore(exit.maxConcurrent(), true);
    }

    synchronized boolean healthy() {
      return failures < FAILURES;
    }

    synchronized void checked(Optional<String> found, Instant at) {
      failures = found.isPresent() ? failures + 1 : 0;
      problem = found;
      checkedAt = Optional.of(at);
    }

    synchronized ExitState state() {
      int inUse = exit.maxConcurrent() - room.availablePermits();
      return new ExitState(exit, inUse, failures < FAILURES, problem, checkedAt);
    }
  }

  /** All there are, as they are configured. */
  List<Exit> configured() {
    return places.values().stream().map(place -> place.exit).toList();
  }

  List<ExitState> states() {
    return places.values().stream().map(Place::state).toList();
  }

  /** What a project may take of the exits that work now. */
  ExitSelection working(Routing routing) {
    return new ExitSelection(
        places.values().stream().filter(Place::healthy).map(place -> place.exit).toList(), routing);
  }

  /** What a project may take, were all exits well. */
  ExitSelection configured(Routing routing) {
    return new ExitSelection(configured(), routing);
  }

  /** The exit of a visit that wishes to come from {@code country}; a replay picks the same way. */
  Optional<Exit> pick(
      Routing routing, Optional<Country> country, ProjectId project, VisitId visit) {
    return working(routing)
        .pick(
            country,
            exit -> place(exit).filter(place -> place.room.availablePermits() > 0).isPresent(),
            project.seed(),
            // the course of the visit has draws of its own
            new SplittableRandom(visit.hit(0).getLeastSignificantBits()));
  }

  void checked(Exit exit, Optional<String> problem, Instant at) {
    place(exit).ifPresent(place -> place.checked(problem, at));
  }

  /**
   * Waits for room; whoever gets it has to {@link #leave}.
   *
   * @return false if there was none in {@code time}
   */
  boolean enter(Exit exit, Duration time) throws InterruptedException {
    Optional<Place> place = place(exit);
    return place.isPresent() && place.get().room.tryAcquire(time.toMillis(), TimeUnit.MILLISECONDS);
  }

  void leave(Exit exit) {
    place(exit).ifPresent(place -> place.room.release());
  }

  private Optional<Place> place(Exit exit) {
    return Optional.ofNullable(places.get(exit.id()));
  }
}
