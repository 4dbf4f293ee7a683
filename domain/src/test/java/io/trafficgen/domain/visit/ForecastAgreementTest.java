package io.trafficgen.domain.visit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.trafficgen.domain.billing.Lot;
import io.trafficgen.domain.billing.LotId;
import io.trafficgen.domain.billing.LotKind;
import io.trafficgen.domain.money.Money;
import io.trafficgen.domain.pricing.PricingCurve;
import io.trafficgen.domain.project.VisitLimits;
import io.trafficgen.domain.settings.Arrival;
import io.trafficgen.domain.settings.HourlyCurve;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The forecast against the dispatch, and against itself in finer steps. */
class ForecastAgreementTest {
  private static final Instant NOW = Instant.parse("2026-11-23T09:30:20Z");
  private static final Duration SHORT = Duration.ofSeconds(5);

  private static VisitLimits limits(int daily, int total) {
    return new VisitLimits(daily, total, Optional.empty());
  }

  private static Lot lot(String euros, long price) {
    return Lot.granted(
        new LotId(new UUID(1, price)),
        LotKind.PAID,
        Money.parse(euros),
        Money.ofMicros(price),
        1,
        NOW.minusSeconds(price));
  }

  /** What the pacer does: it asks the room in every minute, and everything granted starts. */
  private static long dispatched(Pace pace, Instant to, Lot lot) {
    long visits = 0;
    long today = 0;
    for (Instant at = NOW; at.isBefore(to); at = Window.from(at).end()) {
      today = at.equals(Paces.start(pace.day(at), pace.zone())) ? 0 : today;
      long day = pace.dailyLimit() == 0 ? Long.MAX_VALUE : pace.dailyLimit() - today;
      Room room = new Room(0, 0, day, Long.MAX_VALUE, 60, List.of(lot));
      long granted = room.left(pace.allowance(at), Long.MAX_VALUE).visits();
      visits += granted;
      today += granted;
    }
    return visits;
  }

  @ParameterizedTest
  @EnumSource
  void tells_what_the_dispatch_of_the_coming_days_does(Arrival arrival) {
    Paces paces = new Paces().arrival(arrival).curve(HourlyCurve.standard()).ramp(120);
    Instant midnight = Instant.parse("2026-11-25T00:00:00Z");
    for (int limit : new int[] {10, 2_000, 50_000, 200_000}) {
      Pace pace = paces.open(limit, NOW);
      assertThat(
              Forecast.of(
                      pace,
                      SHORT,
                      SiteHours.always(),
                      Room.ofNew(limits(limit, 0), 60, List.of()),
                      PricingCurve.standard(),
                      NOW)
                  .hours()
                  .stream()
                  .filter(hour -> hour.hour().isBefore(midnight))
                  .mapToLong(ForecastHour::visits)
                  .sum())
          .isEqualTo(dispatched(pace, midnight, lot("1000", 200)));
    }
  }

  @ParameterizedTest
  @EnumSource
  void whole_days_and_minutes_agree_on_totals_and_end(Arrival arrival) {
    for (int limit : new int[] {100, 3_000, 86_000}) {
      Pace pace =
          new Paces()
              .arrival(arrival)
              .varied()
              .curve(HourlyCurve.standard())
              .on(DayOfWeek.MONDAY, DayOfWeek.TUESDAY, DayOfWeek.SATURDAY)
              .open(limit, NOW);
      Room room = Room.ofNew(limits(limit, 20 * limit), 60, List.of(lot("10", 580)));
      PricingCurve curve = PricingCurve.standard();
      Forecast coarse =
          Forecast.of(pace, SHORT, SiteHours.always(), room, curve, NOW, Forecast.DETAIL_DAYS);
      Forecast fine = Forecast.of(pace, SHORT, SiteHours.always(), room, curve, NOW, 366);
      assertThat(coarse.hours()).isEqualTo(fine.hours());
      assertThat(coarse.cost()).isEqualTo(fine.cost());
      assertThat(coarse.bindingCap()).isEqualTo(fine.bindingCap());
      assertThat(coarse.finish()).isEqualTo(Finish.TARGET).isEqualTo(fine.finish());
      // In days to come a crowd by chance is not told from an even flow, unless no cap meets it.
      assertThat(coarse.finishesAt().orElseThrow())
          .isCloseTo(fine.finishesAt().orElseThrow(), within(limit / 25_000, ChronoUnit.DAYS));
      assertThat(coarse.visits()).isEqualTo(20L * limit);
    }
  }
}
