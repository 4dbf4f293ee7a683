package io.trafficgen.domain.visit;

import static org.assertj.core.api.Assertions.assertThat;

import io.trafficgen.domain.billing.Lot;
import io.trafficgen.domain.billing.LotId;
import io.trafficgen.domain.billing.LotKind;
import io.trafficgen.domain.money.Money;
import io.trafficgen.domain.pricing.PricingCurve;
import io.trafficgen.domain.project.VisitLimits;
import io.trafficgen.domain.settings.ProjectSettings;
import io.trafficgen.domain.settings.SettingsDocument;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ForecastTest {
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

  private static Forecast forecast(Pace pace, Duration visit, int total, Lot... lots) {
    return Forecast.of(
        pace,
        visit,
        SiteHours.always(),
        Room.ofNew(limits(pace.dailyLimit(), total), 60, List.of(lots)),
        PricingCurve.standard(),
        NOW);
  }

  @Test
  void a_daily_limit_finishes_its_target_on_the_day_and_says_what_binds() {
    Pace pace = new Paces().on(DayOfWeek.MONDAY, DayOfWeek.SUNDAY).open(2_400, NOW);
    Forecast forecast = forecast(pace, SHORT, 10_000);
    // The rest of a Monday, 1450 visits, then Sunday, Monday, Sunday: 8650; then 1350 on a Monday.
    assertThat(forecast.finishesAt().orElseThrow())
        .isBetween(Instant.parse("2026-12-07T13:25:00Z"), Instant.parse("2026-12-07T13:35:00Z"));
    assertThat(forecast.bindingCap()).contains(BindingCap.SCHEDULE);
    assertThat(forecast.hours()).hasSize(168);
    assertThat(forecast.hours().get(1))
        .isEqualTo(
            new ForecastHour(
                Instant.parse("2026-11-23T10:00:00Z"), 100, Optional.of(BindingCap.DAILY_LIMIT)));
    assertThat(forecast.hours().get(20).bindingCap()).contains(BindingCap.SCHEDULE);
    assertThat(forecast.daysAtHostCap()).isEqualTo(OptionalLong.of(1));
  }

  @Test
  void the_closed_model_runs_at_its_slots_or_its_host() {
    // Five slots of 50 seconds are six visits a minute.
    Forecast slots = forecast(new Paces().closed(NOW), Duration.ofSeconds(50), 36_000);
    assertThat(slots.hours().get(1).visits()).isEqualTo(360);
    assertThat(slots.bindingCap()).contains(BindingCap.SPEED);
    assertThat(slots.finishesAt().orElseThrow())
        .isBetween(NOW.plus(Duration.ofHours(99)), NOW.plus(Duration.ofHours(100)));
    Forecast host = forecast(new Paces().concurrency(50).closed(NOW), SHORT, 864_000);
    assertThat(host.hours().get(1).visits()).isEqualTo(3600);
    assertThat(host.bindingCap()).contains(BindingCap.HOST);
    assertThat(host.daysAtHostCap()).isEqualTo(OptionalLong.of(10));
    Forecast own = forecast(new Paces().maxPerMinute(3).closed(NOW), SHORT, 1000);
    assertThat(own.bindingCap()).contains(BindingCap.MAX_VISITS_PER_MINUTE);
  }

  @Test
  void slots_too_few_for_the_daily_limit_bind_it() {
    // One slot of ten minutes: 144 visits a day.
    Forecast forecast =
        forecast(new Paces().concurrency(1).open(10_000, NOW), Duration.ofMinutes(10), 0);
    assertThat(forecast.visits()).isBetween(1000L, 1010L);
    assertThat(forecast.bindingCap()).contains(BindingCap.SPEED);
  }

  @Test
  void lots_pay_in_spend_order_and_the_rest_costs_its_least_deposit() {
    Forecast forecast =
        forecast(new Paces().open(2_400, NOW), SHORT, 5_000, lot("0.58", 580), lot("0.40", 400));
    // 1000 visits each; the oldest lot first; 3000 more cost 1.74 in the first tier.
    assertThat(forecast.cost()).isEqualTo(Money.parse("2.72"));
    assertThat(forecast.fundsLastUntil())
        .hasValueSatisfying(end ->
            assertThat(end)
                .isBetween(NOW.plus(Duration.ofHours(19)), NOW.plus(Duration.ofHours(21))));
    Forecast paid = forecast(new Paces().open(2_400, NOW), SHORT, 5_000, lot("10", 580));
    assertThat(paid.fundsLastUntil()).isEmpty();
    assertThat(paid.cost()).isEqualTo(Money.parse("2.90"));
  }

  @Test
  void without_target_and_end_it_tells_a_week_and_no_finish() {
    Forecast forecast = forecast(new Paces().open(2_400, NOW), SHORT, 0);
    assertThat(forecast.finish()).isEqualTo(Finish.OPEN_ENDED);
    assertThat(forecast.finishesAt()).isEmpty();
    assertThat(forecast.visits())
        .isEqualTo(forecast.hours().stream().mapToLong(ForecastHour::visits).sum())
        .isBetween(16_700L, 16_900L);
    assertThat(forecast.daysAtHostCap()).isEmpty();
  }

  @Test
  void a_schedule_that_begins_within_a_minute_is_met_in_that_minute() {
    // One visit at once, and those due on the twelve hours that are left.
    Pace pace = new Paces().notBefore(Instant.parse("2026-11-23T12:00:20Z")).open(24, NOW);
    Forecast forecast = forecast(pace, SHORT, 1);
    assertThat(forecast.finishesAt()).contains(Instant.parse("2026-11-23T12:01:00Z"));
  }

  @Test
  void an_end_before_the_target_is_the_finish() {
    Instant end = Instant.parse("2026-11-24T00:00:30Z");
    Forecast forecast = forecast(new Paces().until(end).open(1_440, NOW), SHORT, 10_000);
    assertThat(forecast.finish()).isEqualTo(Finish.EXPIRED);
    assertThat(forecast.finishesAt()).contains(end);
    assertThat(forecast.visits()).isBetween(865L, 875L);
    Forecast paused = forecast(new Paces().concurrency(0).open(1_440, NOW), SHORT, 10_000);
    assertThat(paused.finish()).isEqualTo(Finish.BEYOND_HORIZON);
    assertThat(paused.bindingCap()).contains(BindingCap.SPEED);
    assertThat(paused.visits()).isZero();
  }

  @Test
  void a_site_that_is_closed_bears_no_visit() {
    Forecast forecast =
        Forecast.of(
            new Paces().open(1_440, NOW),
            SHORT,
            SiteHours.when(at -> at.atZone(Paces.UTC).getHour() >= 20, at -> at.plusSeconds(60)),
            Room.ofNew(limits(1_440, 2_400), 60, List.of()),
            PricingCurve.standard(),
            NOW);
    assertThat(forecast.finishesAt().orElseThrow()).isEqualTo("2026-12-03T00:00:00Z");
    assertThat(forecast.hours().get(1).bindingCap()).contains(BindingCap.SITE_TERMS);
  }

  @Test
  void a_site_that_bears_no_visit_at_all_is_told_of_like_any_other() {
    Pace pace = new Paces().open(1_440, NOW);
    Forecast forecast =
        Forecast.of(
            new Pace(pace.pacing(), 5, 1_440, pace.zone(), 0, NOW, Optional.empty(), 7),
            SHORT,
            SiteHours.always(),
            Room.ofNew(limits(1_440, 100), 0, List.of()),
            PricingCurve.standard(),
            NOW);
    assertThat(forecast.visits()).isZero();
    assertThat(forecast.bindingCap()).contains(BindingCap.HOST);
    assertThat(forecast.daysAtHostCap()).isEmpty();
  }

  @Test
  void is_embedded_in_one_line() {
    ProjectSettings settings =
        ProjectSettings.parse(
            SettingsDocument.parse(
                "{\"entryUrls\":\"https://shop.example/\",\"timeOnPage\":\"1 minute\"}"));
    Forecast forecast = Forecast.of(settings, limits(1_000, 50_000), 60, NOW);
    assertThat(forecast.cost()).isEqualTo(Money.parse("29.00"));
    assertThat(forecast.finish()).isEqualTo(Finish.TARGET);
  }
}
