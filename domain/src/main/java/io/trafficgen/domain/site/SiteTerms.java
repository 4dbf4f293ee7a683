package io.trafficgen.domain.site;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Limits that a site sets for us in its verification file (product page, 1.4): lines {@code
 * max-per-minute: 30}, {@code until: 2030-01-31}. Read leniently: the rest of the file is not ours.
 *
 * @param maxPerMinute visits that may start in a minute
 * @param until no visit from this moment on; a date without time ends with that day, in UTC
 */
public record SiteTerms(OptionalInt maxPerMinute, Optional<Instant> until) {
  /** A site that sets no limit. */
  public static SiteTerms none() {
    return new SiteTerms(OptionalInt.empty(), Optional.empty());
  }

  /** Reads the file's text; what cannot be understood sets no limit. */
  public static SiteTerms parse(String fileText) {
    Map<String, String> terms = new HashMap<>();
    fileText
        .lines()
        .forEach(line -> {
          int colon = line.indexOf(':');
          if (colon > 0) {
            terms.putIfAbsent(
                line.substring(0, colon).strip().toLowerCase(Locale.ROOT),
                line.substring(colon + 1).strip());
          }
        });
    return new SiteTerms(
        wholeNumber(terms.getOrDefault("max-per-minute", "")),
        moment(terms.getOrDefault("until", "")));
  }

  private static OptionalInt wholeNumber(String text) {
    return text.matches("[0-9]{1,9}")
        ? OptionalInt.of(Integer.parseInt(text))
        : OptionalInt.empty();
  }

  private static Optional<Instant> moment(String text) {
    try {
      if (text.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}")) {
        LocalDate next = LocalDate.parse(text).plusDays(1);
        return Optional.of(next.atStartOfDay(ZoneOffset.UTC).toInstant());
      }
      return text.isEmpty() ? Optional.empty() : Optional.of(Instant.parse(text));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
