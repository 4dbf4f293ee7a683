package io.trafficgen.engine.worker;

import io.trafficgen.domain.site.AllowedHosts;
import io.trafficgen.domain.site.EgressPolicy;
import io.trafficgen.engine.BotIdentity;
import io.trafficgen.engine.EngineBounds;
import io.trafficgen.engine.EngineSettings;
import io.trafficgen.engine.LoopbackContract;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/** Drivers of this very class path, which keep what they need in a folder of the test. */
record TestWorkers(EngineSettings settings, Path folder) {
  private static final Duration GRACE = Duration.ofSeconds(1);
  private static final int LOADS = 4;

  static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");

  /** With short times for scripts; {@code hosts} as the operator would allow them. */
  static TestWorkers of(Path folder, String hosts) {
    EngineBounds standard = EngineBounds.standard();
    return new TestWorkers(
        new EngineSettings(
            new BotIdentity("1", URI.create("https://traffic.example")),
            EgressPolicy.allowing(AllowedHosts.parse(hosts)),
            new EngineBounds(
                // also for each answer: a slow machine is no slow site
                Duration.ofSeconds(30),
                standard.maxResponseBytes(),
                standard.maxPageBytes(),
                standard.maxRequests(),
                standard.maxWindows(),
                standard.maxFrameDepth(),
                standard.maxRedirects(),
                standard.refreshLimit(),
                Duration.ofMillis(500),
                Duration.ofSeconds(1),
                standard.maxOpenTags())),
        folder);
  }

  IsolatedVisitDriver open(int workers) throws IOException {
    return open(workers, launch(JAVA), InstantSource.system());
  }

  /** One that remembers no guilty site, so that every page is loaded in company. */
  IsolatedVisitDriver open(int workers, WorkerLaunch launch, InstantSource clock) {
    return open(workers, launch, Duration.ZERO, clock);
  }

  IsolatedVisitDriver open(int workers, WorkerLaunch launch, Duration memory, InstantSource clock) {
    return new IsolatedVisitDriver(settings, launch, workers, GRACE, memory, clock);
  }

  /**
   * @param program that is started as a worker
   */
  WorkerLaunch launch(Path program) throws IOException {
    Path hosts = Files.writeString(folder.resolve("hosts"), LoopbackContract.HOSTS_FILE);
    return new WorkerLaunch(
        program,
        System.getProperty("java.class.path"),
        workerFolder(),
        LOADS,
        // they live too shortly for more compilation to pay
        List.of("-XX:TieredStopAtLevel=1", "-D" + NamesOfTests.HOSTS + "=" + hosts));
  }

  /** Where each worker has its temporary folder. */
  Path workerFolder() {
    return folder.resolve("workers");
  }
}
