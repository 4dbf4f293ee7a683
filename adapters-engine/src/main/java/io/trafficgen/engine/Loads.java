package io.trafficgen.engine;

import io.trafficgen.application.port.LoadOutcome;
import io.trafficgen.application.port.LoadOutcome.Loaded;
import io.trafficgen.application.port.LoadOutcome.NotLoaded;
import io.trafficgen.application.port.PageLoad;
import io.trafficgen.domain.InvalidValueException;
import io.trafficgen.domain.visit.FailureReason;
import java.io.IOException;
import java.net.URISyntaxException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * What the loads of one process share, and the frame around each of them.
 *
 * @param files kept for projects that want a cache, for loads with a browser
 * @param names of files that loads without one need not ask for, for the same projects
 * @param gate before every request of theirs
 * @param watchdog cuts the network of a load that outlives its deadline; its tasks are short
 */
record Loads(
    EngineSettings settings,
    SharedConnections connections,
    AdBlock adBlock,
    ParsedTexts texts,
    SiteCache files,
    SiteCache names,
    LoadGate gate,
    InstantSource clock,
    ScheduledExecutorService watchdog) {
  /** Of scripts, and of style sheets; a worker has 256 MB. */
  private static final long PARSED_BYTES = 24_000_000;

  private static final long FILES_BYTES = 24_000_000;
  private static final long NAMES_BYTES = 4_000_000;

  /** One load under way. */
  interface Run extends AutoCloseable {
    /**
     * @param start of the load
     */
    LoadOutcome load(Instant start) throws IOException, URISyntaxException;

    /** Closes every connection of the load, whatever thread waits on it. */
    void cut();

    @Override
    void close();
  }

  static Loads of(
      EngineSettings settings,
      NameResolver resolver,
      InstantSource clock,
      ScheduledExecutorService watchdog) {
    SharedConnections connections =
        new SharedConnections(
            new GuardedDns(settings.policy(), resolver),
            (int) settings.bounds().connectTimeout().toMillis());
    var unused = watchdog.scheduleWithFixedDelay(connections::tidy, 1, 1, TimeUnit.SECONDS);
    return new Loads(
        settings,
        connections,
        AdBlock.bundled(),
        new ParsedTexts(PARSED_BYTES),
        new SiteCache(FILES_BYTES, clock),
        new SiteCache(NAMES_BYTES, clock),
        new LoadGate(),
        clock,
        watchdog);
  }

  EngineBounds bounds() {
    return settings.bounds();
  }

  BotIdentity identity() {
    return settings.identity();
  }

  /** Answers an outcome whatever happens, by the load's deadline. */
  LoadOutcome run(PageLoad load, Function<LoadBudget, Run> begin) {
    Instant start = clock.instant();
    LoadBudget budget = new LoadBudget(settings.bounds());
    LoadOutcome outcome = run(load, budget, begin, start);
    // asked last: closing HtmlUnit's client waits for the script that a timer has started
    return outcome instanceof Loaded
        ? budget
            .spoiled()
            .<LoadOutcome>map(why -> notLoaded(why.reason(), why, start))
            .orElse(outcome)
        : outcome;
  }

  private LoadOutcome run(
      PageLoad load, LoadBudget budget, Function<LoadBudget, Run> begin, Instant start) {
    try (Run run = begin.apply(budget)) {
      Future<?> end =
          watchdog.schedule(
              () -> {
                budget.expire();
                run.cut();
              },
              load.deadline().toMillis(),
              TimeUnit.MILLISECONDS);
      try {
        LoadOutcome outcome = run.load(start);
        return budget.hasExpired()
            ? new NotLoaded(FailureReason.TIMEOUT, "the page did not settle", since(start))
            : outcome;
      } finally {
        end.cancel(false);
      }
    } catch (InvalidValueException e) {
      return notLoaded(FailureReason.GUARD, e, start);
    } catch (IOException | URISyntaxException | RuntimeException | StackOverflowError e) {
      return notLoaded(budget.hasExpired() ? FailureReason.TIMEOUT : Failures.reason(e), e, start);
    }
  }

  private NotLoaded notLoaded(FailureReason reason, Throwable failure, Instant start) {
    return new NotLoaded(reason, Failures.detail(failure), since(start));
  }

  Duration since(Instant start) {
    return Duration.between(start, clock.instant());
  }
}
