package io.trafficgen.domain.site;

import java.net.URI;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * Limits that a site sets for us in its verification file (product page, 1.4).
 *
 * @param maxPerMinute visits that may start in a minute
 * @param hours when pages may be visited: in any of them; empty = always
 * @param paths where pages may be visited: below any of them; empty = everywhere
 * @param contact whom to ask, as the site wrote it
 * @param until no visit from this moment on; a date without time ends with that day, in UTC
 */
public record SiteTerms(
    OptionalInt maxPerMinute,
    List<OpeningHours> hours,
    List<String> paths,
    Optional<String> contact,
    Optional<Instant> until) {
  public SiteTerms {
    hours = List.copyOf(hours);
    paths = List.copyOf(paths);
  }

  /** Terms on number and end alone. */
  public SiteTerms(OptionalInt maxPerMinute, Optional<Instant> until) {
    this(maxPerMinute, List.of(), List.of(), Optional.empty(), until);
  }

  /** A site that sets no limit. */
  public static SiteTerms none() {
    return new SiteTerms(OptionalInt.empty(), Optional.empty());
  }

  /**
   * Reads the file's text: lines such as {@code max-per-minute: 30}, {@code hours: 08:00-20:00
   * Europe/Berlin, 22:00-02:00}, {@code paths: /shop, /blog}, {@code until: 2030-01-31}. Lines and
   * lists of {@code hours} and {@code paths} add up; of the others the strictest counts. Leniently:
   * the rest of the file is not ours, what cannot be understood sets no limit.
   */
  public static SiteTerms parse(String fileText) {
    return TermLines.of(fileText).terms();
  }

  /** Terms whose hours stand as text, for example in a database. */
  public static SiteTerms of(
      OptionalInt maxPerMinute,
      List<String> hours,
      List<String> paths,
      Optional<String> contact,
      Optional<Instant> until) {
    return new SiteTerms(maxPerMinute, OpeningHours.list(hours.stream()), paths, contact, until);
  }

  /** Whether a page may be visited at this moment. */
  public boolean allows(Instant at) {
    return !hasEnded(at) && (hours.isEmpty() || hours.stream().anyMatch(span -> span.covers(at)));
  }

  /** Whether {@link #until} has passed: no visit will ever be allowed. */
  public boolean hasEnded(Instant at) {
    return until.filter(end -> !at.isBefore(end)).isPresent();
  }

  /** The first moment at or after {@code at} that is allowed; empty if there will be none. */
  public Optional<Instant> nextOpening(Instant at) {
    Stream<Instant> openings =
        hours.isEmpty() ? Stream.of(at) : hours.stream().flatMap(span -> span.next(at).stream());
    return openings.min(Comparator.naturalOrder()).filter(opening -> !hasEnded(opening));
  }

  /** Before when {@link #allows(Instant)} goes on answering as at {@code at}. */
  public Instant unchangedUntil(Instant at) {
    return Stream.concat(
            hours.stream().map(span -> span.unchangedUntil(at)),
            until.filter(at::isBefore).stream())
        .min(Comparator.naturalOrder())
        .orElse(Instant.MAX);
  }

  /**
   * Whether the page of {@code url} may be visited: {@code /shop} allows itself and what lies below
   * it, not {@code /shopping}; {@code /shop/} allows what lies below it.
   */
  public boolean allowsPath(URI url) {
    if (paths.isEmpty()) {
      return true;
    }
    String path = Optional.ofNullable(url.getPath()).filter(text -> !text.isEmpty()).orElse("/");
    return !climbs(path) && paths.stream().anyMatch(prefix -> isBelow(path, prefix));
  }

  /** Decoded by now: {@code /shop/%2e%2e/admin} would leave the shop on most servers. */
  private static boolean climbs(String path) {
    return path.contains("\\") || Stream.of(path.split("/", -1)).anyMatch(".."::equals);
  }

  private static boolean isBelow(String path, String prefix) {
    return path.startsWith(prefix.endsWith("/") ? prefix : prefix + "/") || path.equals(prefix);
  }
}
