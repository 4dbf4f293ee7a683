package io.trafficgen.domain.visit;

import java.time.Instant;
import java.util.Optional;

/**
 * One hour of a {@link Forecast}.
 *
 * @param hour when it begins, on the UTC clock
 * @param visits visits that start in it
 * @param bindingCap what binds most of its minutes
 */
public record ForecastHour(Instant hour, long visits, Optional<BindingCap> bindingCap) {}
