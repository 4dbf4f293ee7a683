package io.trafficgen.domain.visit;

import static io.trafficgen.domain.visit.OpenedDay.later;

import io.trafficgen.domain.project.VisitLimits;
import io.trafficgen.domain.settings.Pacing;
import io.trafficgen.domain.settings.ProjectSettings;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/**
 * Which visits of a started project are due: limits, schedule, law of arrival and ramp against the
 * time (engine page, 4.3). Holds no state: the same instants always give the same counts, so a
 * restart changes nothing and two pacers agree.
 *
 * <p>With a daily limit or a burst, visits are spread over the day of the project's zone (open
 * model): exactly the day's volume, along its curve; a day entered late gets what is due after that
 * moment, and its first visit at once. With neither, visits run as slots free (closed model). A
 * call costs 5 to 30 µs, whatever the volume; {@link #next} some 100 µs.
 *
 * @param concurrency visits under way at once; 0 = paused
 * @param dailyLimit visits a day; 0 = unlimited
 * @param hostPerMinute what the host bears a minute, site terms included: the closed model's full
 *     rate; the budget itself holds it over all accounts
 * @param startedAt last start by a user
 * @param until no visit from then on; empty for no end
 * @param seed the project's: what is random about its days
 */
public record Pace(
    Pacing pacing,
    int concurrency,
    int dailyLimit,
    ZoneId zone,
    int hostPerMinute,
    Instant startedAt,
    Optional<Instant> until,
    long seed) {
  private static final int LEAST_CHUNK = 8;

  /** Every active day comes round at least twice, if a change of clocks takes one of its hours. */
  private static final int LONGEST_PAUSE_DAYS = 15;

  /** The pace of a project that was started at {@code startedAt}. */
  public static Pace of(
      ProjectSettings settings,
      VisitLimits limits,
      int hostPerMinute,
      Instant startedAt,
      long seed) {
    Optional<Instant> scheduled = settings.pacing().notAfter();
    Optional<Instant> expiry = limits.expiresAt();
    return new Pace(
        settings.pacing(),
        settings.concurrency(),
        limits.dailyLimit(),
        settings.timezone(),
        hostPerMinute,
        startedAt,
        scheduled.filter(end -> expiry.map(end::isBefore).orElse(true)).or(() -> expiry),
        seed);
  }

  /** Whether visits start as slots free, without spreading. */
  public boolean closed() {
    return dailyLimit == 0 && pacing.burst().isEmpty();
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

  /** When the day after that of {@code at} begins. */
  public Instant nextDay(Instant at) {
    return day(at).plusDays(1).atStartOfDay(zone).toInstant();
  }

  /** The same pace, had a user started the project at {@code at}. */
  public Pace started(Instant at) {
    return new Pace(pacing, concurrency, dailyLimit, zone, hostPerMinute, at, until, seed);
  }

  /** Whether the end of its schedule, or its expiry, has passed: no visit starts any more. */
  public boolean isOver(Instant now) {
    return until.filter(end -> !now.isBefore(end)).isPresent();
  }

  /** Since when visits of the minute around {@code now} count against {@link #allowance}. */
  public Instant countedSince(Instant now) {
    return later(Window.from(now).minute().start(), opened());
  }

  /**
   * From {@code now} to the end of the clock's minute, or to the beginning or the end of the
   * project if that is sooner; it must not be {@linkplain #isOver over}.
   */
  public Window window(Instant now) {
    Instant minute = Window.from(now).end();
    Instant end = until.filter(minute::isAfter).orElse(minute);
    Instant begin = opened();
    return new Window(now, now.isBefore(begin) && begin.isBefore(end) ? begin : end);
  }

  /** How many visits may start between {@link #countedSince} and the end of {@link #window}. */
  public Allowance allowance(Instant now) {
    return allowance(now, course(day(now)));
  }

  /**
   * @param course {@link #course} of the day of {@code now}
   */
  Allowance allowance(Instant now, Optional<DayCourse> course) {
    if (concurrency == 0) {
      return Allowance.UNLIMITED.and(0, BindingCap.SPEED);
    }
    if (now.isBefore(opened()) || isOver(now) || !isActive(day(now))) {
      return Allowance.UNLIMITED.and(0, BindingCap.SCHEDULE);
    }
    Instant from = countedSince(now);
    Instant to = window(now).end();
    Allowance allowance = Allowance.UNLIMITED;
    if (course.isPresent()) {
      OpenedDay day = new OpenedDay(course.get(), opened());
      allowance =
          allowance.and(
              day.due(to) - day.due(from),
              course.get().isBusy(from, to) ? BindingCap.DAILY_LIMIT : BindingCap.SCHEDULE);
    }
    Ramp ramp = new Ramp(opened(), pacing.ramp(), fullRate(course));
    if (!ramp.isOver(from)) {
      allowance = allowance.and(ramp.before(to) - ramp.before(from), BindingCap.RAMP);
    }
    if (pacing.maxVisitsPerMinute().isPresent()) {
      allowance =
          allowance.and(pacing.maxVisitsPerMinute().getAsInt(), BindingCap.MAX_VISITS_PER_MINUTE);
    }
    return allowance;
  }

  /** Whether the day of its start and its ramp are over. */
  boolean isSettled(Instant at) {
    return day(at).isAfter(day(opened())) && !at.isBefore(opened().plus(pacing.ramp()));
  }

  /** How the visits of a day are spread; empty in the closed model and on a day without visits. */
  Optional<DayCourse> course(LocalDate day) {
    return closed() || !isActive(day)
        ? Optional.empty()
        : Optional.of(DayCourse.of(pacing, dailyLimit, day, zone, seed));
  }

  /**
   * When the next visit is due at or after {@code now}, to the second; empty if none ever is. The
   * ramp and the caps below it are not asked.
   */
  public Optional<Instant> next(Instant now) {
    Instant from = later(now, opened());
    Optional<Instant> next = Optional.empty();
    for (int days = 0; concurrency > 0 && next.isEmpty() && days < LONGEST_PAUSE_DAYS; days++) {
      next = next(from, day(from).plusDays(days));
    }
    return next.filter(due -> !isOver(due));
  }

  private Optional<Instant> next(Instant from, LocalDate day) {
    if (closed()) {
      return Optional.of(later(from, day.atStartOfDay(zone).toInstant()))
          .filter(at -> isActive(day));
    }
    return course(day).flatMap(course -> new OpenedDay(course, opened()).next(from));
  }

  private double fullRate(Optional<DayCourse> course) {
    double rate = course.map(DayCourse::peak).orElse((double) hostPerMinute);
    return Math.min(rate, pacing.maxVisitsPerMinute().orElse(Integer.MAX_VALUE));
  }

  /** Since when visits may start: the start by a user, or that of the schedule. */
  Instant opened() {
    return pacing.notBefore().map(begin -> later(begin, startedAt)).orElse(startedAt);
  }

  private boolean isActive(LocalDate day) {
    return pacing.activeDays().contains(day.getDayOfWeek());
  }
}
