package io.trafficgen.domain.site;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.zone.ZoneOffsetTransition;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A span of each day in which a site bears visits: {@code 08:00-20:00}, {@code 22:00-06:00
 * Europe/Berlin}. Half-open; one that ends before it begins goes on past midnight.
 *
 * @param to {@link LocalTime#MIDNIGHT} is the end of the day
 * @param zone UTC where none is written
 */
public record OpeningHours(LocalTime from, LocalTime to, ZoneId zone) {
  private static final Pattern FORM =
      Pattern.compile("([0-9]{1,2}:[0-9]{2})\\s*-\\s*([0-9]{1,2}:[0-9]{2})(?:\\s+(\\S+))?");

  /** Clocks are put forward by some hours at most: a day or two later the span is there again. */
  private static final int DAYS_AHEAD = 3;

  public OpeningHours {
    if (from.equals(to)) {
      throw new IllegalArgumentException("hours of no length, or of a whole day: " + from);
    }
  }

  /** Reads one span; empty for what is none. */
  static Optional<OpeningHours> parse(String text) {
    Matcher form = FORM.matcher(text.strip());
    if (!form.matches()) {
      return Optional.empty();
    }
    try {
      LocalTime from = time(form.group(1));
      LocalTime to = "24:00".equals(form.group(2)) ? LocalTime.MIDNIGHT : time(form.group(2));
      ZoneId zone =
          Optional.ofNullable(form.group(3))
              .map(name -> ZoneId.of(name).normalized())
              .orElse(ZoneOffset.UTC);
      return from.equals(to) ? Optional.empty() : Optional.of(new OpeningHours(from, to, zone));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  boolean covers(Instant at) {
    LocalTime time = at.atZone(zone).toLocalTime();
    boolean begun = !time.isBefore(from);
    boolean over = !time.isBefore(to);
    return from.isBefore(to) ? begun && !over : begun || !over;
  }

  /** The first moment at or after {@code at} that is covered. */
  Optional<Instant> next(Instant at) {
    LocalDate today = at.atZone(zone).toLocalDate();
    Stream<Instant> openings =
        IntStream.rangeClosed(0, DAYS_AHEAD)
            .mapToObj(days -> ZonedDateTime.of(today.plusDays(days), from, zone).toInstant());
    return Stream.concat(Stream.of(at), openings)
        .filter(opening -> !opening.isBefore(at) && covers(opening))
        .min(Comparator.naturalOrder());
  }

  /** A moment after {@code at} before which {@link #covers} goes on answering the same. */
  Instant unchangedUntil(Instant at) {
    LocalDate today = at.atZone(zone).toLocalDate();
    Stream<Instant> edges =
        Stream.of(today.atTime(from), today.atTime(to))
            .flatMap(edge -> Stream.of(edge, edge.plusDays(1)))
            .map(edge -> edge.atZone(zone))
            // An hour that comes twice has its edges twice.
            .flatMap(edge -> Stream.of(edge, edge.withLaterOffsetAtOverlap()))
            .map(ZonedDateTime::toInstant);
    Stream<Instant> shift =
        Optional.ofNullable(zone.getRules().nextTransition(at))
            .map(ZoneOffsetTransition::getInstant)
            .stream();
    return Stream.concat(edges, shift)
        .filter(at::isBefore)
        .min(Comparator.naturalOrder())
        .orElse(at.plusSeconds(60));
  }

  static List<OpeningHours> list(Stream<String> texts) {
    return texts.flatMap(text -> parse(text).stream()).distinct().limit(50).toList();
  }

  private static LocalTime time(String text) {
    return LocalTime.parse(text.length() == 4 ? "0" + text : text);
  }

  /** As {@link SiteTerms#parse} reads it. */
  @Override
  public String toString() {
    return from + "-" + to + " " + (zone.equals(ZoneOffset.UTC) ? "UTC" : zone.getId());
  }
}
