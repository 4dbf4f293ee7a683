package io.trafficgen.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.apache.http.Header;
import org.apache.http.HttpHeaders;
import org.apache.http.HttpResponse;

/** What the headers of an answer say. */
final class Answers {
  private Answers() {}

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
}
