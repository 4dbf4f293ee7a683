package io.trafficgen.domain.visit;

import io.trafficgen.domain.money.Money;
import io.trafficgen.domain.pricing.PricingCurve;
import io.trafficgen.domain.project.VisitLimits;
import io.trafficgen.domain.settings.ProjectSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;

/**
 * How a project will run: its {@link Pace} and the rule of its {@link Room}, the code that
 * dispatches, stepped through the minutes to come (product page, 1.3). Every visit is taken to be
 * delivered and to last as long as expected, and the account to be topped up when its lots are
 * spent. The same arguments give the same forecast.
 *
 * @param hours the coming {@value #DETAIL_DAYS} days from the running hour on
 * @param visits until it finishes; of a project without an end, in {@code hours}
 * @param cost of {@code visits}: of the lots in spend order, of the rest at the tier that the least
 *     deposit for them reaches
 * @param fundsLastUntil when the lots are spent; empty if they suffice for {@code visits}
 * @param finishesAt when the last visit has started, to the minute, or the project's end
 * @param finish why it ends then, or why there is no {@code finishesAt}
 * @param bindingCap what binds most of the time
 * @param daysAtHostCap days that the rest of the target takes one host at its cap, at the least;
 *     empty without a target, and for a host that bears none
 */
public record Forecast(
    List<ForecastHour> hours,
    long visits,
    Money cost,
    Optional<Instant> fundsLastUntil,
    Optional<Instant> finishesAt,
    Finish finish,
    Optional<BindingCap> bindingCap,
    OptionalLong daysAtHostCap) {
  /** Days that are told hour by hour. */
  public static final int DETAIL_DAYS = 7;

  /** How far it looks. */
  public static final int HORIZON_DAYS = 366;

  private static final long MINUTES_A_DAY = 1440;

  public Forecast {
    hours = List.copyOf(hours);
  }

  /** Of a project that starts {@code now}, at the standard prices. */
  public static Forecast of(
      ProjectSettings settings, VisitLimits limits, int hostPerMinute, Instant now) {
    return of(
        Pace.of(settings, limits, hostPerMinute, now, 0),
        VisitLength.expected(settings),
        SiteHours.always(),
        Room.ofNew(limits, hostPerMinute, List.of()),
        PricingCurve.standard(),
        now);
  }

  /**
   * Of any project.
   *
   * @param visit expected length of a visit, more than nothing
   * @param site when the site bears visits
   * @param room what the budgets leave it at {@code now}
   * @param curve prices of money to come
   */
  public static Forecast of(
      Pace pace, Duration visit, SiteHours site, Room room, PricingCurve curve, Instant now) {
    return of(pace, visit, site, room, curve, now, DETAIL_DAYS);
  }

  /**
   * Days after {@code fineDays} are taken whole where no minute of theirs can be bound; where one
   * can, their visits come evenly, since a year of single draws takes seconds.
   */
  static Forecast of(
      Pace pace,
      Duration visit,
      SiteHours site,
      Room room,
      PricingCurve curve,
      Instant now,
      int fineDays) {
    return new ForecastRun(pace, visit, site, room, now, fineDays).run(curve);
  }

  /** The same with every cap under the name that {@code name} gives it. */
  public Forecast named(UnaryOperator<BindingCap> name) {
    return new Forecast(
        hours.stream()
            .map(hour -> new ForecastHour(hour.hour(), hour.visits(), hour.bindingCap().map(name)))
            .toList(),
        visits,
        cost,
        fundsLastUntil,
        finishesAt,
        finish,
        bindingCap.map(name),
        daysAtHostCap);
  }

  static OptionalLong daysAtHostCap(long total, int hostPerMinute) {
    return total == Long.MAX_VALUE || hostPerMinute == 0
        ? OptionalLong.empty()
        : OptionalLong.of(Math.ceilDiv(total, hostPerMinute * MINUTES_A_DAY));
  }
}
