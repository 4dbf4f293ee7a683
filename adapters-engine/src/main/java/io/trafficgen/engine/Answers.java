package io.trafficgen.engine;

import io.trafficgen.domain.visit.FailureReason;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.http.Header;
import org.apache.http.HttpHeaders;
import org.apache.http.HttpResponse;

/** What the headers of an answer say. */
final class Answers {
  /** In all; generous to a site with many cookies. */
  private static final int MAX_HEADERS = 64_000;

  private Answers() {}

  /**
   * @throws RefusedException for more headers than any site needs
   */
  static void bound(HttpResponse response) throws RefusedException {
    long characters =
        Arrays.stream(response.getAllHeaders())
            .mapToLong(header -> header.getName().length() + text(header).length())
            .sum();
    if (characters > MAX_HEADERS) {
      throw new RefusedException(
          FailureReason.CONTENT, "headers of more than " + MAX_HEADERS + " characters");
    }
  }

  /** All lines of a header as one (RFC 9110, 5.3); empty if there is none. */
  static String joined(HttpResponse response, String name) {
    return Arrays.stream(response.getHeaders(name))
        .map(Answers::text)
        .collect(Collectors.joining(", "));
  }

  /** The first line of a header. */
  static Optional<String> header(HttpResponse response, String name) {
    return Optional.ofNullable(response.getFirstHeader(name)).map(Header::getValue);
  }

  /** Whether a browser would save it instead of showing it (RFC 6266). */
  static boolean isDownload(HttpResponse response) {
    return header(response, "Content-Disposition")
        .filter(value -> value.strip().toLowerCase(Locale.ROOT).startsWith("attachment"))
        .isPresent();
  }

  /** Where it leads instead; RFC 9110, 15.4. */
  static Optional<String> redirect(HttpResponse response) {
    return switch (response.getStatusLine().getStatusCode()) {
      case 301, 302, 303, 307, 308 -> header(response, HttpHeaders.LOCATION);
      default -> Optional.empty();
    };
  }

  static Optional<Duration> retryAfter(HttpResponse response, Instant now) {
    return header(response, HttpHeaders.RETRY_AFTER).flatMap(value -> RetryAfter.parse(value, now));
  }

  private static String text(Header header) {
    return Optional.ofNullable(header.getValue()).orElse("");
  }
}
