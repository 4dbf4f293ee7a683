package io.trafficgen.domain.settings;

import io.trafficgen.domain.InvalidValueException;
import io.trafficgen.domain.json.JsonValue;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * {@code scheduleStart}, {@code scheduleEnd}: an ISO 8601 date, or a date and a time, on the
 * calendar of the project's zone unless an offset is written. A date alone means the whole day.
 */
final class ScheduleDate {
  static final List<String> EXAMPLES =
      List.of("\"2027-01-31\"", "\"2027-01-31T18:00\"", "\"2027-01-31T18:00:00+01:00\"");

  private static final Pattern DAY = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

  /** Keeps years within four digits, and the zone names out that the parser would take. */
  private static final Pattern MOMENT =
      Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]{5,18}(?:Z|[+-][0-9:]{2,9})?");

  private ScheduleDate() {}

  /** The moment; for a date, when that day begins. */
  static Instant start(JsonValue value, ZoneId zone) {
    return parse(value, zone, 0);
  }

  /** The moment; for a date, when that day is over. It lies after the start, if there is one. */
  static Instant end(JsonValue value, ZoneId zone, Optional<Instant> start) {
    Instant end = parse(value, zone, 1);
    if (start.filter(begun -> !begun.isBefore(end)).isPresent()) {
      throw new InvalidValueException("", "is not after scheduleStart", EXAMPLES.getFirst());
    }
    return end;
  }

  private static Instant parse(JsonValue value, ZoneId zone, int daysAfter) {
    return ScalarForm.text(value)
        .flatMap(text -> read(text, zone, daysAfter))
        .orElseThrow(() ->
            new InvalidValueException(
                "", "must be an ISO date, or date and time", String.join(", ", EXAMPLES)));
  }

  private static Optional<Instant> read(String text, ZoneId zone, int daysAfter) {
    try {
      if (DAY.matcher(text).matches()) {
        LocalDate day = LocalDate.parse(text).plusDays(daysAfter);
        return Optional.of(day.atStartOfDay(zone).toInstant());
      }
      return MOMENT.matcher(text).matches() ? Optional.of(moment(text, zone)) : Optional.empty();
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Instant moment(String text, ZoneId zone) {
    TemporalAccessor read =
        DateTimeFormatter.ISO_DATE_TIME.parseBest(text, OffsetDateTime::from, LocalDateTime::from);
    return read instanceof OffsetDateTime exact
        ? exact.toInstant()
        : LocalDateTime.from(read).atZone(zone).toInstant();
  }
}
