package io.trafficgen.bootstrap;

import io.trafficgen.domain.account.AccountId;
import io.trafficgen.domain.project.ProjectId;
import io.trafficgen.domain.visit.Browser;
import io.trafficgen.domain.visit.Device;
import io.trafficgen.domain.visit.Hit;
import io.trafficgen.domain.visit.LiveEvent;
import io.trafficgen.domain.visit.VisitId;
import io.trafficgen.persistence.PostgresDatabase;
import io.trafficgen.web.WebServer;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * The whole server without its engine; hits come at an even rate from nowhere instead. A program of
 * its own, for {@code benchmark.LiveBenchmark}: prints port and admin secret, ends with its input.
 */
public final class LivePublisher {
  private static final ProjectId PROJECT = new ProjectId(new UUID(1, 1));
  private static final AccountId OWNER = new AccountId(new UUID(2, 2));

  private LivePublisher() {}

  /**
   * @param arguments data folder, events a second
   */
  public static void main(String... arguments) throws IOException {
    Path data = Path.of(arguments[0]);
    long perSecond = Long.parseLong(arguments[1]);
    AppConfig config = AppConfig.of(Map.of("TRAFFICGEN_DATA", data.toString()), data);
    try (EmbeddedPostgres postgres = EmbeddedPostgres.start(data);
        PostgresDatabase database = PostgresDatabase.open(postgres.address(), 4);
        Wiring wiring = new Wiring(config, DataFolder.open(data), database);
        WebServer server = WebWiring.server(wiring, () -> {}, () -> {});
        ScheduledExecutorService ticks = Executors.newSingleThreadScheduledExecutor()) {
      server.start(true, 0);
      System.out.println(server.port() + " " + wiring.offerAdmin.offer().orElseThrow());
      long start = System.nanoTime();
      long[] published = {0};
      Future<?> publishing =
          ticks.scheduleAtFixedRate(
              () -> {
                long due = (System.nanoTime() - start) * perSecond / 1_000_000_000L;
                while (published[0] < due) {
                  wiring.feed.publish(new LiveEvent.PageHit(hit(++published[0], wiring)));
                }
              },
              0,
              1,
              TimeUnit.MILLISECONDS);
      System.in.transferTo(System.err);
      publishing.cancel(false);
    }
  }

  private static Hit hit(long number, Wiring wiring) {
    return new Hit(
        new VisitId(new UUID(3, number)),
        1,
        PROJECT,
        OWNER,
        URI.create("https://shop.example/kettles/" + number % 1000),
        Optional.empty(),
        Optional.empty(),
        Device.DESKTOP,
        Browser.CHROME,
        200,
        Duration.ofMillis(42),
        48_213,
        3,
        wiring.clock.instant());
  }
}
