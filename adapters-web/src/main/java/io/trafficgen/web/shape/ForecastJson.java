package io.trafficgen.web.shape;

import io.trafficgen.domain.money.Money;
import io.trafficgen.domain.visit.BindingCap;
import io.trafficgen.domain.visit.Forecast;
import io.trafficgen.domain.visit.ForecastHour;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** How a project will run. */
public record ForecastJson(
    List<HourJson> hours,
    long visits,
    Money cost,
    Optional<Instant> fundsLastUntil,
    Optional<Instant> finishesAt,
    String finish,
    Optional<String> bindingCap,
    Optional<Long> daysAtHostCap) {
  static ForecastJson of(Forecast forecast) {
    return new ForecastJson(
        forecast.hours().stream().map(HourJson::of).toList(),
        forecast.visits(),
        forecast.cost(),
        forecast.fundsLastUntil(),
        forecast.finishesAt(),
        forecast.finish().wireName(),
        forecast.bindingCap().map(BindingCap::wireName),
        forecast.daysAtHostCap().stream().boxed().findFirst());
  }

  /** One hour of the UTC clock. */
  public record HourJson(Instant hour, long visits, Optional<String> bindingCap) {
    static HourJson of(ForecastHour hour) {
      return new HourJson(hour.hour(), hour.visits(), hour.bindingCap().map(BindingCap::wireName));
    }
  }
}
