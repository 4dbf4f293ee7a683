package io.trafficgen.application.port;

import java.time.Instant;
import java.util.Optional;

/**
 * One cookie of a visit's jar (RFC 6265).
 *
 * @param expires empty for a session cookie
 */
public record Cookie(
    String name,
    String value,
    String domain,
    String path,
    Optional<Instant> expires,
    boolean secure,
    boolean httpOnly) {
  /** The same, gone by {@code end} at the latest: sites name years that no calendar has. */
  public Cookie atMostUntil(Instant end) {
    return new Cookie(
        name, value, domain, path, expires.map(at -> at.isAfter(end) ? end : at), secure, httpOnly);
  }
}
