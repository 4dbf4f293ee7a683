package io.trafficgen.bootstrap.benchmark;

import io.trafficgen.application.port.Cookie;
import io.trafficgen.application.port.LoadOutcome;
import io.trafficgen.application.port.PageLoad;
import io.trafficgen.application.visit.Engine;
import io.trafficgen.application.visit.RunVisit;
import io.trafficgen.bootstrap.ServerTimers;
import io.trafficgen.domain.settings.ProjectSettings;
import io.trafficgen.domain.settings.SettingsDocument;
import io.trafficgen.domain.site.Host;
import io.trafficgen.domain.visit.FailureReason;
import io.trafficgen.domain.visit.VisitPlan;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Visits that dwell on the first of their three pages, load the second one, and are over. */
final class DwellingVisits implements DwellMaker {
  private static final Instant START = Instant.parse("2026-11-23T12:00:30Z");
  private static final Set<Host> HOSTS = Set.of(Host.parse("shop.example"));
  private static final int COOKIES = 3;

  private final DwellEnds ends;
  private final ScheduledExecutorService timers = ServerTimers.open();
  private final ExecutorService loads = Executors.newVirtualThreadPerTaskExecutor();
  private final RunVisit run;
  private final ProjectSettings settings;

  DwellingVisits(DwellEnds ends, int seconds) {
    this.ends = ends;
    this.settings = settings(seconds);
    this.run =
        new RunVisit(
            new Engine(
                this::load,
                any -> true,
                loads,
                timers,
                InstantSource.system(),
                Duration.ofSeconds(30)));
  }

  /** How long visits dwell on their first page, by their number. */
  static long[] nanos(int count, int seconds) {
    ProjectSettings settings = settings(seconds);
    return IntStream.range(0, count)
        .mapToObj(Numbered::new)
        .mapToLong(random -> {
          random.nextLong();
          random.nextLong(); // the visit's id, which is drawn first
          VisitPlan plan = VisitPlan.next(settings, START, random);
          return plan.pages().getFirst().dwell().toNanos();
        })
        .toArray();
  }

  private static ProjectSettings settings(int seconds) {
    return ProjectSettings.parse(
        SettingsDocument.parse(
            """
            {"entryUrls":"https://shop.example/","innerUrls":"https://shop.example/kettles",
             "innerUrlCount":2,"timeOnPage":"%d seconds","qa":{"dwellJitterPercent":60}}\
            """
                .formatted(seconds)));
  }

  @Override
  public void begin(int number) {
    var unused = run.run(settings, HOSTS, new Numbered(number));
  }

  /** A page as it comes from a worker: nothing of it is shared with other visits. */
  private LoadOutcome load(PageLoad page) {
    int number = (int) page.visit().value().getMostSignificantBits();
    if (page.cookies().isEmpty()) {
      URI url = URI.create(page.url().toString());
      ends.begin(number);
      return new LoadOutcome.Loaded(
          200,
          url,
          List.of(),
          Stream.generate(() -> cookie(number, url.getHost())).limit(COOKIES).toList(),
          48_213,
          3,
          true,
          Duration.ofMillis(42),
          Optional.empty());
    }
    ends.end(number);
    return new LoadOutcome.NotLoaded(FailureReason.STOPPED, "one dwell is enough", Duration.ZERO);
  }

  private static Cookie cookie(int number, String host) {
    return new Cookie(
        "session" + number,
        "a value of the usual length " + number,
        host,
        "/",
        Optional.of(START.plusSeconds(number)),
        true,
        true);
  }

  @Override
  public void close() {
    loads.shutdownNow();
    timers.shutdownNow();
  }

  /** Puts the visit's number into its id. */
  private static final class Numbered implements RandomGenerator {
    private final SplittableRandom random;
    private final int number;
    private boolean told;

    Numbered(int number) {
      this.random = new SplittableRandom(number);
      this.number = number;
    }

    @Override
    public long nextLong() {
      if (told) {
        return random.nextLong();
      }
      told = true;
      return number;
    }
  }
}
