package io.trafficgen.domain.visit;

import io.trafficgen.domain.billing.VisitCost;
import io.trafficgen.domain.pricing.PricingCurve;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** One look ahead: the state of the project while its minutes pass. */
final class ForecastRun {
  private static final double MINUTE_MILLIS = 60_000;

  private final Pace pace;
  private final SiteHours site;
  private final Room room;
  private final Instant now;
  private final Instant fineUntil;
  private final Instant horizon;
  private final HourlyTally hours;
  private final CapTally caps = new CapTally();
  private final long affordable;

  /** What host and owner let start in a minute. */
  private final int perMinute;

  /** Visits a minute that all slots together can start. */
  private final double slotRate;

  /** Slots free, in the mean. */
  private double free;

  private Instant at;
  private boolean open;

  /** Until when {@link #open} is known. */
  private Instant openUntil = Instant.MIN;

  private long visits;
  private Optional<Instant> fundsLastUntil = Optional.empty();

  ForecastRun(Pace pace, Duration visit, SiteHours site, Room room, Instant now, int fineDays) {
    this.pace = pace;
    this.site = site;
    this.room = room;
    this.now = now;
    this.at = now;
    hours = new HourlyTally(now, Forecast.DETAIL_DAYS);
    fineUntil = hours.end().plus(Duration.ofDays(fineDays - Forecast.DETAIL_DAYS));
    horizon =
        isOpenEnded()
            ? hours.end()
            : now.plus(Duration.ofDays(Forecast.HORIZON_DAYS)).truncatedTo(ChronoUnit.MINUTES);
    affordable = VisitCost.affordable(room.lots());
    perMinute =
        Math.min(
            pace.hostPerMinute(), pace.pacing().maxVisitsPerMinute().orElse(Integer.MAX_VALUE));
    slotRate = pace.concurrency() * MINUTE_MILLIS / visit.toMillis();
    free = pace.concurrency();
  }

  Forecast run(PricingCurve curve) {
    noticeFunds(0);
    while (!isDelivered() && !pace.isOver(at) && at.isBefore(horizon)) {
      passDay();
    }
    Finish finish = finish();
    return new Forecast(
        hours.toList(isDelivered() ? BindingCap.TOTAL_TARGET : BindingCap.SCHEDULE),
        visits,
        VisitCost.of(room.lots(), curve, visits),
        fundsLastUntil,
        switch (finish) {
          case TARGET -> Optional.of(at);
          case EXPIRED -> pace.until();
          case OPEN_ENDED, BEYOND_HORIZON -> Optional.empty();
        },
        finish,
        caps.most(),
        Forecast.daysAtHostCap(room.total(), pace.hostPerMinute()));
  }

  private Finish finish() {
    if (isDelivered()) {
      return Finish.TARGET;
    }
    if (pace.isOver(at)) {
      return Finish.EXPIRED;
    }
    return isOpenEnded() ? Finish.OPEN_ENDED : Finish.BEYOND_HORIZON;
  }

  private boolean isOpenEnded() {
    return room.total() == Long.MAX_VALUE && pace.until().isEmpty();
  }

  private boolean isDelivered() {
    return visits >= room.total();
  }

  /** To the end of the local day, whole or minute by minute. */
  private void passDay() {
    LocalDate day = pace.day(at);
    Optional<DayCourse> course = pace.course(day);
    Instant end = day.plusDays(1).atStartOfDay(pace.zone()).toInstant();
    if (course.filter(whole -> isFree(whole)).isPresent()) {
      long volume = course.get().volume();
      caps.add(Optional.of(BindingCap.DAILY_LIMIT), ChronoUnit.MINUTES.between(at, end));
      visits += volume;
      free = pace.concurrency();
      at = end;
      return;
    }
    long left = day.equals(pace.day(now)) ? room.day() : dailyLimit();
    Optional<DayCourse> told = at.isBefore(fineUntil) ? course : course.map(DayCourse::evened);
    while (at.isBefore(end) && at.isBefore(horizon) && !isDelivered() && !pace.isOver(at)) {
      left -= passMinute(told, left);
    }
  }

  /** Whether the day's visits are its volume, since no minute of it can be bound by another cap. */
  private boolean isFree(DayCourse course) {
    boolean ends =
        pace.until().filter(course.end()::isAfter).isPresent()
            || course.end().isAfter(horizon)
            || visits + course.volume() >= room.total()
            || (fundsLastUntil.isEmpty() && visits + course.volume() >= affordable);
    return at.equals(course.start())
        && !at.isBefore(fineUntil)
        && site.unlimited()
        && pace.isSettled(at)
        && course.staysBelow(Math.min(slotRate, perMinute))
        && !ends;
  }

  /** To the end of the clock's minute; how many visits start. */
  private long passMinute(Optional<DayCourse> course, long dayLeft) {
    boolean first = at.equals(now);
    Instant end = pace.window(at).end();
    free += slotRate * Duration.between(at, end).toMillis() / MINUTE_MILLIS;
    // Where chance cannot go below a cap that binds anyway, it need not be asked.
    Allowance allowed =
        pace.allowance(
            at, course.map(day -> day.surelyExceeds(perMinute, at, end) ? day.evened() : day));
    if (!isOpen()) {
      allowed = allowed.and(0, BindingCap.SITE_TERMS);
    }
    Allowance left =
        new Room(
                first ? room.issued() : 0,
                0,
                dayLeft,
                room.total() == Long.MAX_VALUE ? Long.MAX_VALUE : room.total() - visits,
                first ? room.host() : pace.hostPerMinute(),
                List.of())
            .unpaid(allowed, (long) free);
    long started = left.visits();
    free = Math.min(pace.concurrency(), free - started);
    noticeFunds(started);
    visits += started;
    caps.add(left.cap(), 1);
    hours.add(at, started, left.cap());
    at = end;
    return started;
  }

  /** Whether the site bears visits now: asked once for each time that this stays the same. */
  private boolean isOpen() {
    if (!at.isBefore(openUntil)) {
      open = site.bears().test(at);
      openUntil = site.unchangedUntil().apply(at);
    }
    return open;
  }

  private long dailyLimit() {
    return pace.dailyLimit() == 0 ? Long.MAX_VALUE : pace.dailyLimit();
  }

  /** Before {@code more} start. */
  private void noticeFunds(long more) {
    if (fundsLastUntil.isEmpty() && visits + more > affordable) {
      fundsLastUntil = Optional.of(at);
    }
  }
}
