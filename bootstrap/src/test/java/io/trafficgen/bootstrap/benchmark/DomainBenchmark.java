package io.trafficgen.bootstrap.benchmark;

import io.trafficgen.domain.money.Money;
import io.trafficgen.domain.pricing.PricingCurve;
import io.trafficgen.domain.pricing.Quote;
import io.trafficgen.domain.project.VisitLimits;
import io.trafficgen.domain.settings.ProjectSettings;
import io.trafficgen.domain.settings.SettingsDocument;
import io.trafficgen.domain.visit.Allowance;
import io.trafficgen.domain.visit.Pace;
import io.trafficgen.domain.visit.VisitPlan;
import java.time.Instant;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * The domain's own paths that are walked most often: a quote (performance page, C), what a project
 * may start now, and the plan of a visit.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(2)
@Warmup(iterations = 3)
@Measurement(iterations = 3)
public class DomainBenchmark {
  private static final Instant START = Instant.parse("2026-11-23T00:00:00Z");
  private static final Instant NOON = Instant.parse("2026-11-23T12:00:30Z");

  private final Money amount = Money.parse("500");
  private final SplittableRandom random = new SplittableRandom(42);
  private final ProjectSettings settings =
      ProjectSettings.parse(
          SettingsDocument.parse(
              """
              {"entryUrls":"https://shop.example/","innerUrls":"https://shop.example/kettles",
               "innerUrlCount":2,"nightDayVolume":true,"timezone":"Europe/Berlin"}\
              """));

  /**
   * @param arguments seconds of one iteration
   */
  public static void main(String... arguments) throws RunnerException {
    TimeValue length = TimeValue.seconds(Long.parseLong(arguments[0]));
    new Runner(
            new OptionsBuilder()
                .include(DomainBenchmark.class.getName())
                .warmupTime(length)
                .measurementTime(length)
                .addProfiler(GCProfiler.class)
                .build())
        .run();
  }

  @Benchmark
  public Quote quote() {
    return PricingCurve.standard().quote(amount);
  }

  @Benchmark
  public Allowance allowance(Volume volume) {
    VisitLimits limits = new VisitLimits(volume.daily, 0, Optional.empty());
    return Pace.of(settings, limits, 60, START, 42).allowance(NOON);
  }

  @Benchmark
  public VisitPlan plan() {
    return VisitPlan.next(settings, NOON, random);
  }

  /** How much there is to spread over a day. */
  @State(Scope.Benchmark)
  public static class Volume {
    /** Visits a day; 0 = as many as there are slots. */
    @Param({"0", "1000", "10000000"})
    public int daily;
  }
}
