package io.trafficgen.domain.settings;

import java.math.BigDecimal;
import java.net.URI;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/** A setting as its owner reads it. */
final class ShownValue {
  private ShownValue() {}

  /** Text, a number, a boolean, a list or a map of these; empty for an absent value. */
  static Optional<Object> of(Object value) {
    return switch (value) {
      case Optional<?> some -> some.flatMap(ShownValue::of);
      case OptionalInt some -> some.isPresent() ? Optional.of(some.getAsInt()) : Optional.empty();
      case String text -> Optional.of(text);
      case Number number -> Optional.of(number);
      case Boolean flag -> Optional.of(flag);
      case DayOfWeek day -> Optional.of(day.getValue());
      case Enum<?> choice -> Optional.of(Choice.name(choice));
      case Duration time -> Optional.of(seconds(time));
      case URI url -> Optional.of(url.toString());
      case ZoneId zone -> Optional.of(zone.equals(ZoneOffset.UTC) ? "UTC" : zone.getId());
      case Instant moment -> Optional.of(moment.toString());
      case LocalTime time -> Optional.of(time.toString());
      case GeoTarget target ->
          Optional.of(map("country", target.country().code(), "percent", percent(target)));
      case PageRange range -> Optional.of(map("min", range.min(), "max", range.max()));
      case CrawlSource source -> source.at().isPresent() ? of(source.at()) : of(source.on());
      case Collection<?> many ->
          Optional.of(many.stream().map(ShownValue::of).flatMap(Optional::stream).toList());
      default -> throw new IllegalArgumentException("nobody can read " + Objects.toString(value));
    };
  }

  private static String seconds(Duration time) {
    return time.toSeconds() == 1 ? "1 second" : time.toSeconds() + " seconds";
  }

  /** By way of the shortest decimal: a hundred times a double may show what nobody wrote. */
  private static BigDecimal percent(GeoTarget target) {
    return new BigDecimal(Double.toString(target.share())).movePointRight(2);
  }

  private static Map<String, Object> map(String one, Object first, String two, Object second) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put(one, first);
    map.put(two, second);
    return map;
  }
}
