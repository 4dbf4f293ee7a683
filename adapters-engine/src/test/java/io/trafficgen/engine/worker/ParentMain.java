package io.trafficgen.engine.worker;

import static io.trafficgen.application.contract.VisitDriverContract.loadOf;

import io.trafficgen.domain.site.AllowedHosts;
import io.trafficgen.domain.site.EgressPolicy;
import io.trafficgen.engine.BotIdentity;
import io.trafficgen.engine.EngineBounds;
import io.trafficgen.engine.EngineSettings;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/** A parent to be killed: loads the page at {@code arguments[1]} and never gets an answer. */
final class ParentMain {
  private ParentMain() {}

  public static void main(String[] arguments) {
    URI page = URI.create(arguments[1]);
    try (IsolatedVisitDriver driver =
        new IsolatedVisitDriver(
            new EngineSettings(
                new BotIdentity("1", URI.create("https://traffic.example")),
                EgressPolicy.allowing(AllowedHosts.parse(page.getAuthority())),
                EngineBounds.standard()),
            new WorkerLaunch(
                Path.of(System.getProperty("java.home"), "bin", "java"),
                System.getProperty("java.class.path"),
                Path.of(arguments[0]),
                1,
                List.of()),
            1,
            Duration.ofSeconds(60),
            InstantSource.system())) {
      driver.load(loadOf(page, List.of(), Duration.ofSeconds(60)));
    }
  }
}
