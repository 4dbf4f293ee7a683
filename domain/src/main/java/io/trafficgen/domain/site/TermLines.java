package io.trafficgen.domain.site;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** The lines {@code name: value} of a verification file, by name; a name may stand repeatedly. */
record TermLines(Map<String, List<String>> values) {
  private static final int MOST_PATHS = 50;
  private static final int LONGEST = 300;

  static TermLines of(String fileText) {
    Map<String, List<String>> values = new HashMap<>();
    fileText
        .lines()
        .forEach(line -> {
          int colon = line.indexOf(':');
          if (colon > 0) {
            values
                .computeIfAbsent(
                    line.substring(0, colon).strip().toLowerCase(Locale.ROOT),
                    name -> new ArrayList<>())
                .add(line.substring(colon + 1).strip());
          }
        });
    return new TermLines(values);
  }

  SiteTerms terms() {
    return new SiteTerms(
        maxPerMinute(),
        OpeningHours.list(items("hours")),
        paths(),
        lines("contact").filter(TermLines::isShortLine).findFirst(),
        lines("until").flatMap(text -> moment(text).stream()).min(Comparator.naturalOrder()));
  }

  private Stream<String> lines(String name) {
    return values.getOrDefault(name, List.of()).stream();
  }

  private Stream<String> items(String name) {
    return lines(name).flatMap(line -> Stream.of(line.split(",", -1))).map(String::strip);
  }

  private OptionalInt maxPerMinute() {
    return lines("max-per-minute")
        .filter(text -> text.matches("[0-9]{1,9}"))
        .mapToInt(Integer::parseInt)
        .min();
  }

  private List<String> paths() {
    return items("paths")
        .filter(path -> path.startsWith("/") && isShortLine(path))
        .distinct()
        .limit(MOST_PATHS)
        .toList();
  }

  /** What a database and a log can hold. */
  private static boolean isShortLine(String text) {
    return !text.isEmpty()
        && text.length() <= LONGEST
        && text.codePoints()
            .noneMatch(c ->
                Character.isISOControl(c)
                    || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE));
  }

  private static Optional<Instant> moment(String text) {
    try {
      if (text.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}")) {
        LocalDate next = LocalDate.parse(text).plusDays(1);
        return Optional.of(next.atStartOfDay(ZoneOffset.UTC).toInstant());
      }
      // Years that a database can hold.
      return text.matches("[0-9]{4}-.*") ? Optional.of(Instant.parse(text)) : Optional.empty();
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
