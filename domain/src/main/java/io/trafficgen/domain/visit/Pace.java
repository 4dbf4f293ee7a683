package io.trafficgen.domain.visit;

import io.trafficgen.domain.project.VisitLimits;
import io.trafficgen.domain.settings.Pacing;
import io.trafficgen.domain.settings.ProjectSettings;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Which visits of a started project are due: limits, active days and ramp against the time. Holds
 * no state: the same instants always give the same counts, so a restart changes nothing and two
 * pacers agree.
 *
 * <p>With a daily limit, visits are spread over the day of the project's zone (open model); a day
 * entered late gets the share that remains. Without one, visits run as slots free (closed model).
 *
 * @param concurrency visits under way at once; 0 = paused
 * @param dailyLimit visits a day; 0 = closed model
 * @param activeDays days on which visits start
 * @param ramp time from one visit a minute to the full rate, since {@code startedAt}
 * @param maxPerMinute the owner's own cap
 * @param hostPerMinute what the host bears a minute, site terms included: the closed model's full
 *     rate; the budget itself holds it over all accounts
 * @param startedAt last start by a user
 */
public record Pace(
    int concurrency,
    int dailyLimit,
    ZoneId zone,
    Set<DayOfWeek> activeDays,
    Duration ramp,
    OptionalInt maxPerMinute,
    int hostPerMinute,
    Instant startedAt) {
  private static final int LEAST_CHUNK = 8;

  public Pace {
    activeDays = Set.copyOf(activeDays);
  }

  /** The pace of a project that was started at {@code startedAt}. */
  public static Pace of(
      ProjectSettings settings, VisitLimits limits, int hostPerMinute, Instant startedAt) {
    Pacing pacing = settings.pacing();
    return new Pace(
        settings.concurrency(),
        limits.dailyLimit(),
        settings.timezone(),
        pacing.activeDays(),
        pacing.ramp(),
        pacing.maxVisitsPerMinute(),
        hostPerMinute,
        startedAt);
  }

  /** Whether visits start as slots free, without spreading. */
  public boolean closed() {
    return dailyLimit == 0;
  }

  /** Visits announced ahead of their start at most: what can start within two seconds. */
  public int chunk() {
    return chunk(concurrency);
  }

  /** The {@link #chunk()} of any project with this {@code concurrency}. */
  public static int chunk(int concurrency) {
    return Math.max(concurrency, LEAST_CHUNK);
  }

  /** The day that {@code at} falls on in the project's zone. */
  public LocalDate day(Instant at) {
    return at.atZone(zone).toLocalDate();
  }

  /** Since when visits of the minute around {@code now} count against {@link #allowance}. */
  public Instant countedSince(Instant now) {
    return later(Window.from(now).minute().start(), startedAt);
  }

  /** How many visits may start between {@link #countedSince} and the end of that minute. */
  public Allowance allowance(Instant now) {
    Instant from = countedSince(now);
    Instant to = Window.from(now).end();
    if (concurrency == 0) {
      return Allowance.UNLIMITED.and(0, BindingCap.SPEED);
    }
    if (!isActive(now)) {
      return Allowance.UNLIMITED.and(0, BindingCap.SCHEDULE);
    }
    Allowance allowance = Allowance.UNLIMITED;
    if (!closed()) {
      allowance = allowance.and(dueBy(to, now) - dueBy(from, now), BindingCap.DAILY_LIMIT);
    }
    if (from.isBefore(startedAt.plus(ramp))) {
      allowance = allowance.and(rampBy(to) - rampBy(from), BindingCap.RAMP);
    }
    if (maxPerMinute.isPresent()) {
      allowance = allowance.and(maxPerMinute.getAsInt(), BindingCap.MAX_VISITS_PER_MINUTE);
    }
    return allowance;
  }

  /** When the next visit is due at or after {@code now}; empty if none ever is. */
  public Optional<Instant> next(Instant now) {
    if (concurrency == 0 || activeDays.isEmpty()) {
      return Optional.empty();
    }
    Instant at = later(now, startedAt);
    if (!isActive(at)) {
      LocalDate day = day(at).plusDays(1);
      while (!activeDays.contains(day.getDayOfWeek())) {
        day = day.plusDays(1);
      }
      return Optional.of(startOf(day));
    }
    if (closed()) {
      return Optional.of(at);
    }
    long due = dueBy(at, at);
    if (due >= limitOf(at)) {
      return next(startOf(day(at).plusDays(1)));
    }
    long millis = Math.ceilDiv(due * lengthOf(day(at)).toMillis(), (long) dailyLimit);
    return Optional.of(later(at, entered(at).plusMillis(millis)));
  }

  private boolean isActive(Instant at) {
    return activeDays.contains(day(at).getDayOfWeek());
  }

  /** Visits of the day of {@code dayOf} due before {@code to}; the first at once. */
  private long dueBy(Instant to, Instant dayOf) {
    Duration since = Duration.between(entered(dayOf), to);
    if (since.isNegative() || since.isZero()) {
      return 0;
    }
    // Counted up to the last millisecond before `to`: a visit due at `to` belongs to what follows.
    return Math.min(limitOf(dayOf), share(since.toMillis() - 1, dayOf) + 1);
  }

  /** What is left of the daily limit for a day that is entered late; at least one visit. */
  private long limitOf(Instant at) {
    Instant end = startOf(day(at).plusDays(1));
    return Math.max(1, share(Duration.between(entered(at), end).toMillis(), at));
  }

  private long share(long millis, Instant dayOf) {
    return Math.max(0, millis) * dailyLimit / lengthOf(day(dayOf)).toMillis();
  }

  private Instant entered(Instant at) {
    return later(startOf(day(at)), startedAt);
  }

  /**
   * Visits that the ramp lets start before {@code at}: the integral of its rate, the first at once.
   */
  private long rampBy(Instant at) {
    double minutes = Duration.between(startedAt, at).toMillis() / 60_000.0;
    if (minutes <= 0) {
      return 0;
    }
    double rampMinutes = ramp.toMillis() / 60_000.0;
    double full = Math.max(1, fullRate());
    double ramped = Math.min(minutes, rampMinutes);
    double inRamp = ramped + (full - 1) * ramped * ramped / (2 * rampMinutes);
    return (long) (inRamp + full * (minutes - ramped)) + 1;
  }

  /** Visits a minute once the ramp is over. */
  private double fullRate() {
    double rate = closed() ? hostPerMinute : dailyLimit / (double) Duration.ofDays(1).toMinutes();
    return Math.min(rate, maxPerMinute.orElse(Integer.MAX_VALUE));
  }

  private Instant startOf(LocalDate day) {
    return day.atStartOfDay(zone).toInstant();
  }

  private Duration lengthOf(LocalDate day) {
    return Duration.between(startOf(day), startOf(day.plusDays(1)));
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}
