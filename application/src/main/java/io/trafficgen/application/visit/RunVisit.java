package io.trafficgen.application.visit;

import io.trafficgen.application.port.LoadOutcome.Loaded;
import io.trafficgen.domain.exit.Exit;
import io.trafficgen.domain.settings.ProjectSettings;
import io.trafficgen.domain.site.Host;
import io.trafficgen.domain.visit.VisitId;
import io.trafficgen.domain.visit.VisitOutcome;
import io.trafficgen.domain.visit.VisitPlan;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.random.RandomGenerator;

/**
 * Makes a single visit, without budgets, money or store: for programs that bring a {@link
 * io.trafficgen.application.port.VisitDriver} of their own.
 */
public final class RunVisit {
  private final Engine engine;

  public RunVisit(Engine engine) {
    this.engine = engine;
  }

  /**
   * Begins a visit that the settings and {@code random} make.
   *
   * @param hosts that the caller may have visited; a page elsewhere ends the visit
   * @return completed when the visit has ended; it fails only if a part of {@code engine} does
   */
  public CompletableFuture<VisitReport> run(
      ProjectSettings settings, Set<Host> hosts, RandomGenerator random) {
    VisitId id = new VisitId(new UUID(random.nextLong(), random.nextLong()));
    Instant startsAt = engine.clock().instant();
    VisitOrder order =
        new VisitOrder(
            id,
            VisitPlan.next(settings, startsAt, random),
            Optional.of(Exit.direct()),
            hosts,
            (url, at) -> hosts.stream().anyMatch(host -> host.covers(url)),
            url -> Optional.empty(),
            settings.discovery().robots(),
            settings.supervision().success(),
            VisitOrder.wishes(settings, Optional.empty()),
            List::of);
    Reporter reporter = new Reporter(startsAt);
    new VisitRun(order, engine, reporter).start();
    return reporter.report;
  }

  private final class Reporter implements VisitListener {
    private final CompletableFuture<VisitReport> report = new CompletableFuture<>();
    private final List<URI> pages = new CopyOnWriteArrayList<>();
    private final Instant startedAt;

    Reporter(Instant startedAt) {
      this.startedAt = startedAt;
    }

    @Override
    public void loaded(int page, Loaded loaded) {
      pages.add(loaded.url());
    }

    @Override
    public void askedToWait(URI page, Duration wait) {
      // The outcome says so; when to come back is the caller's to decide.
    }

    @Override
    public void ended(VisitRun visit, VisitOutcome outcome, int count) {
      Duration lasted = Duration.between(startedAt, engine.clock().instant());
      report.complete(new VisitReport(outcome, pages, lasted));
    }
  }
}
