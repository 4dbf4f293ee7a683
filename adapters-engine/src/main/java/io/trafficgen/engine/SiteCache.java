package io.trafficgen.engine;

import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import io.trafficgen.domain.project.ProjectId;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.apache.http.HttpResponse;
import org.htmlunit.util.NameValuePair;

/**
 * The HTTP cache of {@code cacheWebsite}: of each project, the files that its site lets a shared
 * cache keep. Pages themselves are never kept, so that every visit is seen.
 */
final class SiteCache {
  /** Of an entry, beside its texts and its body. */
  private static final int ENTRY_BYTES = 1_500;

  private static final int CHARACTER_BYTES = 2;

  /** All that anybody asks a kept answer for. */
  private static final Set<String> KEPT =
      Set.of("content-type", "cache-control", "expires", "last-modified");

  private final Cache<Key, Entry> entries;
  private final InstantSource clock;

  private record Key(ProjectId project, URI url) {}

  /**
   * An answer, decoded.
   *
   * @param headers those of them that are needed
   */
  record Entry(List<NameValuePair> headers, byte[] body, Instant until) {
    Entry {
      headers = List.copyOf(headers);
    }

    /** Of a kept answer only its headers and body differ. */
    static final int STATUS = 200;

    private int bytes(URI url) {
      int characters =
          url.toString().length()
              + headers.stream()
                  .mapToInt(header -> header.getName().length() + header.getValue().length())
                  .sum();
      return body.length + ENTRY_BYTES + characters * CHARACTER_BYTES;
    }
  }

  SiteCache(long maxBytes, InstantSource clock) {
    this.clock = clock;
    this.entries =
        CacheBuilder.newBuilder()
            .concurrencyLevel(1)
            .maximumWeight(maxBytes)
            .weigher((Key key, Entry entry) -> entry.bytes(key.url()))
            .build();
  }

  /** What stands for a request to {@code url} now. */
  Optional<Entry> find(ProjectId project, URI url) {
    return Optional.ofNullable(entries.getIfPresent(new Key(project, url)))
        .filter(entry -> clock.instant().isBefore(entry.until()));
  }

  /**
   * Keeps an answer if its site allows that.
   *
   * @param body decoded; empty where nobody will read it
   */
  void keep(ProjectId project, URI url, HttpResponse response, byte[] body) {
    Freshness.of(response)
        .ifPresent(lasts ->
            entries.put(
                new Key(project, url),
                new Entry(headers(response), body, clock.instant().plus(lasts))));
  }

  private static List<NameValuePair> headers(HttpResponse response) {
    return Arrays.stream(response.getAllHeaders())
        .filter(header -> KEPT.contains(header.getName().toLowerCase(Locale.ROOT)))
        .filter(header -> header.getValue() != null)
        .map(header -> new NameValuePair(header.getName(), header.getValue()))
        .toList();
  }
}
