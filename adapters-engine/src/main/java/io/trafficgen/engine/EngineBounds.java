package io.trafficgen.engine;

import java.time.Duration;

/**
 * What one page load may cost at most (security page, 5.3). Its deadline comes with the load.
 *
 * @param connectTimeout for one connection attempt
 * @param maxResponseBytes of one body, after decompression
 * @param maxPageBytes of the page with all it requests, after decompression
 * @param maxRequests of the page with all it requests, redirects included
 * @param maxWindows frames included; further frames stay empty
 * @param maxFrameDepth frames inside frames
 * @param maxRedirects of one request
 * @param refreshLimit meta refreshes in a row
 * @param scriptTime for one script in one go
 * @param settleTime for timers and asynchronous requests after the page has loaded
 * @param maxOpenTags elements inside one another; the parser is quadratic in them
 */
public record EngineBounds(
    Duration connectTimeout,
    int maxResponseBytes,
    int maxPageBytes,
    int maxRequests,
    int maxWindows,
    int maxFrameDepth,
    int maxRedirects,
    int refreshLimit,
    Duration scriptTime,
    Duration settleTime,
    int maxOpenTags) {
  private static final int MEGABYTE = 1_000_000;

  /** The bounds of the security page. */
  public static EngineBounds standard() {
    return new EngineBounds(
        Duration.ofSeconds(5),
        5 * MEGABYTE,
        15 * MEGABYTE,
        60,
        10,
        3,
        5,
        3,
        Duration.ofSeconds(5),
        Duration.ofSeconds(2),
        2_000);
  }
}
