package io.trafficgen.engine;

import io.trafficgen.engine.PageScan.Resource;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What came of a request.
 *
 * @param url where the redirects ended
 * @param refresh where the document wants to go on by itself
 * @param texts of the document, as it was served and without its markup, if somebody looks into
 *     them
 */
record PlainAnswer(
    int status,
    URI url,
    List<Resource> resources,
    List<URI> links,
    Optional<String> refresh,
    Optional<Duration> retryAfter,
    List<String> texts) {
  /** A file that need not be asked for. */
  static PlainAnswer kept(URI url) {
    return new PlainAnswer(
        SiteCache.Entry.STATUS,
        url,
        List.of(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        List.of());
  }

  boolean holds(String text) {
    return texts.stream().anyMatch(one -> one.contains(text));
  }
}
