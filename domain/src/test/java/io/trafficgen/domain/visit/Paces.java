package io.trafficgen.domain.visit;

import io.trafficgen.domain.settings.Arrival;
import io.trafficgen.domain.settings.Burst;
import io.trafficgen.domain.settings.HourlyCurve;
import io.trafficgen.domain.settings.Pacing;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.LongStream;

/** Paces for tests: five slots, no ramp, a host that bears 60 a minute, and what a test sets. */
final class Paces {
  static final ZoneId UTC = ZoneId.of("UTC");

  /** Days of 23, 24 and 25 hours, of a half-hour change, and both sides of a day left out. */
  static final String[][] DAYS = {
    {"UTC", "2026-11-23"},
    {"Europe/Berlin", "2026-03-29"},
    {"Europe/Berlin", "2026-10-25"},
    {"America/New_York", "2026-03-08"},
    {"America/New_York", "2026-11-01"},
    {"Asia/Kolkata", "2026-06-15"},
    {"Australia/Lord_Howe", "2026-04-05"},
    {"Australia/Lord_Howe", "2026-10-04"},
    {"Pacific/Apia", "2011-12-29"},
    {"Pacific/Apia", "2011-12-31"},
  };

  private Arrival arrival = Arrival.EVEN;
  private HourlyCurve curve = HourlyCurve.flat();
  private boolean varied;
  private Optional<Burst> burst = Optional.empty();
  private Optional<Instant> notBefore = Optional.empty();
  private Optional<Instant> until = Optional.empty();
  private Set<DayOfWeek> days = EnumSet.allOf(DayOfWeek.class);
  private Duration ramp = Duration.ZERO;
  private OptionalInt maxPerMinute = OptionalInt.empty();
  private int concurrency = 5;
  private ZoneId zone = UTC;
  private long seed = 7;

  Paces arrival(Arrival value) {
    arrival = value;
    return this;
  }

  Paces curve(HourlyCurve value) {
    curve = value;
    return this;
  }

  Paces varied() {
    varied = true;
    return this;
  }

  Paces burst(int visits, String from, int minutes) {
    burst = Optional.of(new Burst(visits, LocalTime.parse(from), Duration.ofMinutes(minutes)));
    return this;
  }

  Paces notBefore(Instant value) {
    notBefore = Optional.of(value);
    return this;
  }

  Paces until(Instant value) {
    until = Optional.of(value);
    return this;
  }

  Paces on(DayOfWeek first, DayOfWeek... more) {
    days = EnumSet.of(first, more);
    return this;
  }

  Paces ramp(int minutes) {
    ramp = Duration.ofMinutes(minutes);
    return this;
  }

  Paces maxPerMinute(int value) {
    maxPerMinute = OptionalInt.of(value);
    return this;
  }

  Paces concurrency(int value) {
    concurrency = value;
    return this;
  }

  Paces zone(ZoneId value) {
    zone = value;
    return this;
  }

  Paces seed(long value) {
    seed = value;
    return this;
  }

  Pacing pacing() {
    return new Pacing(
        arrival, curve, varied, burst, notBefore, until, days, ramp, maxPerMinute, 50);
  }

  /** Visits as slots free. */
  Pace closed(Instant startedAt) {
    return open(0, startedAt);
  }

  /** {@code dailyLimit} visits a day; with 0 and a burst, those of the burst. */
  Pace open(int dailyLimit, Instant startedAt) {
    return new Pace(pacing(), concurrency, dailyLimit, zone, 60, startedAt, until, seed);
  }

  static Instant start(LocalDate day, ZoneId zone) {
    return day.atStartOfDay(zone).toInstant();
  }

  /** What the pacer grants if it asks in each minute from {@code from} to {@code to}. */
  static long allowed(Pace pace, Instant from, Instant to) {
    long visits = 0;
    for (Instant at = from; at.isBefore(to); at = Window.from(at).end()) {
      visits += pace.allowance(at).visits();
    }
    return visits;
  }

  /** Visits of each minute of a day. */
  static long[] minutes(Pace pace, LocalDate day) {
    Instant start = start(day, pace.zone());
    Instant end = start(day.plusDays(1), pace.zone());
    return LongStream.range(0, Duration.between(start, end).toMinutes())
        .map(minute -> pace.allowance(start.plusSeconds(60 * minute)).visits())
        .toArray();
  }
}
