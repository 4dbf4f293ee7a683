package io.trafficgen.application.port;

import io.trafficgen.domain.visit.FailureReason;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** How the load of one page ended. */
public sealed interface LoadOutcome {
  /**
   * The server answered and the page settled; the status may still be an error of the site.
   *
   * @param status HTTP status of the page itself, after redirects
   * @param url where the redirects ended
   * @param links absolute http and https targets of the page's anchors, in document order
   * @param cookies the visit's jar after the page
   * @param bytes body bytes of the page and its sub-resources, after decompression
   * @param blockedRequests sub-requests that the guard or the block list refused
   * @param asWished whether the page contains {@link PageWishes#mustContain}, as it was served or
   *     as its scripts left it; true if nothing was looked for
   * @param retryAfter how long the site asked to be left alone (RFC 9110, 10.2.3)
   */
  record Loaded(
      int status,
      URI url,
      List<URI> links,
      List<Cookie> cookies,
      long bytes,
      int blockedRequests,
      boolean asWished,
      Duration duration,
      Optional<Duration> retryAfter)
      implements LoadOutcome {
    public Loaded {
      links = List.copyOf(links);
      cookies = List.copyOf(cookies);
    }
  }

  /**
   * No page came of it.
   *
   * @param detail for the operator's log, never shown to an owner
   */
  record NotLoaded(FailureReason reason, String detail, Duration duration) implements LoadOutcome {}
}
