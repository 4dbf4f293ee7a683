package io.trafficgen.bootstrap.benchmark;

import io.trafficgen.application.visit.Engine;
import io.trafficgen.application.visit.RunVisit;
import io.trafficgen.application.visit.VisitReport;
import io.trafficgen.domain.settings.ProjectSettings;
import io.trafficgen.domain.settings.SettingsDocument;
import io.trafficgen.domain.site.AllowedHosts;
import io.trafficgen.domain.site.EgressPolicy;
import io.trafficgen.domain.site.Host;
import io.trafficgen.domain.visit.VisitOutcome;
import io.trafficgen.engine.BotIdentity;
import io.trafficgen.engine.EngineBounds;
import io.trafficgen.engine.EngineSettings;
import io.trafficgen.engine.worker.IsolatedVisitDriver;
import io.trafficgen.engine.worker.WorkerLaunch;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

/** The product's own engine with its worker processes, wired as the server does; no dwells. */
final class EngineVisits implements VisitMaker.Visits {
  private static final int WORKERS = Math.max(1, Runtime.getRuntime().availableProcessors());

  /** As the server gives one. */
  private static final int LOADS_A_WORKER = 8;

  private static final Duration DEADLINE = Duration.ofSeconds(30);

  private final ScheduledExecutorService timers = new Impatient();
  private final ExecutorService loads = Executors.newVirtualThreadPerTaskExecutor();
  private final ExecutorService visitors = Executors.newFixedThreadPool(WORKERS);
  private final Path folder = Files.createTempDirectory("trafficgen-visits");
  private final IsolatedVisitDriver driver;
  private final RunVisit run;
  private final ProjectSettings settings;
  private final Set<Host> hosts;
  private final AtomicLong seed = new AtomicLong();

  EngineVisits(URI page, boolean script) throws Exception {
    this.hosts = Set.of(Host.of(page));
    this.settings =
        ProjectSettings.parse(
            SettingsDocument.parse(
                "{\"entryUrls\":\"%s\",\"minimizeCpu\":%b,\"timeOnPage\":\"5 seconds\"}"
                    .formatted(page, !script)));
    this.driver =
        new IsolatedVisitDriver(
            new EngineSettings(
                new BotIdentity("1", URI.create("https://traffic.example")),
                EgressPolicy.allowing(AllowedHosts.parse(page.getAuthority())),
                EngineBounds.standard()),
            new WorkerLaunch(
                Path.of(System.getProperty("java.home"), "bin", "java"),
                System.getProperty("java.class.path"),
                folder,
                LOADS_A_WORKER,
                List.of()),
            WORKERS,
            Duration.ofSeconds(2),
            InstantSource.system());
    this.run =
        new RunVisit(
            new Engine(driver, any -> true, loads, timers, InstantSource.system(), DEADLINE));
  }

  @Override
  public long make(Duration time) throws Exception {
    long end = System.nanoTime() + time.toNanos();
    AtomicLong made = new AtomicLong();
    List<Future<?>> all =
        IntStream.range(0, WORKERS)
            .<Future<?>>mapToObj(visitor ->
                visitors.submit(() -> {
                  while (System.nanoTime() < end) {
                    made.addAndGet(visit());
                  }
                }))
            .toList();
    for (Future<?> visitor : all) {
      visitor.get();
    }
    return made.get();
  }

  /** How many visits were completed: one or none. */
  private int visit() {
    VisitReport report =
        run.run(settings, hosts, new SplittableRandom(seed.incrementAndGet())).join();
    if (report.outcome() instanceof VisitOutcome.Completed) {
      return 1;
    }
    System.err.println("a visit ended as " + report.outcome());
    return 0;
  }

  @Override
  public void close() throws IOException {
    driver.close();
    Files.deleteIfExists(folder);
  }

  /** Dwells cost next to nothing, but time. */
  private static final class Impatient extends ScheduledThreadPoolExecutor {
    Impatient() {
      super(1);
    }

    @Override
    public ScheduledFuture<?> schedule(Runnable task, long delay, TimeUnit unit) {
      return super.schedule(task, 0, unit);
    }
  }
}
