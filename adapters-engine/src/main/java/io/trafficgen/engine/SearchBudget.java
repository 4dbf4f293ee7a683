package io.trafficgen.engine;

import io.trafficgen.application.port.PageSearch.Scope;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What one search has found, and what it may still ask for. */
final class SearchBudget {
  private static final int MOST_FETCHES = 50;
  private static final int MOST_PAGES = 1_000;
  private static final int MAX_URL = 2_048;
  private static final Duration TOGETHER = Duration.ofMinutes(1);

  /** Files that are no pages. */
  private static final Pattern NO_PAGE =
      Pattern.compile(
          ".*\\.(7z|avi|bmp|bz2|css|csv|dmg|docx?|eot|epub|exe|gif|gz|ico|iso|jpe?g|js|json|m4a|mov"
              + "|mp[34]|mpe?g|msi|og[agv]|pdf|png|pptx?|rar|rss|svg|tar|tgz|tiff?|ttf|txt|wav"
              + "|web[mp]|woff2?|xlsx?|xml|zip)");

  private final Scope scope;
  private final HttpRobots robots;
  private final InstantSource clock;
  private final Instant end;
  private final Set<URI> asked = new LinkedHashSet<>();
  private final Set<URI> found = new LinkedHashSet<>();

  SearchBudget(Scope scope, HttpRobots robots, InstantSource clock) {
    this.scope = scope;
    this.robots = robots;
    this.clock = clock;
    this.end = clock.instant().plus(TOGETHER);
  }

  /** Takes leave to fetch {@code url}: open, permitted, not asked for before. */
  boolean admits(URI url) {
    return asked.size() < Math.min(MOST_FETCHES, scope.most())
        && clock.instant().isBefore(end)
        && scope.open().test(url)
        && robots.allows(url)
        && asked.add(url);
  }

  /** The same for a page. */
  boolean admitsPage(URI url) {
    return scope.pages().test(url) && admits(url);
  }

  /** Notes a page; whether it is one that may be visited. */
  boolean found(URI url) {
    String path = Optional.ofNullable(url.getPath()).orElse("").toLowerCase(Locale.ROOT);
    return found.size() < MOST_PAGES
        && clock.instant().isBefore(end)
        && scope.pages().test(url)
        && !NO_PAGE.matcher(path).matches()
        // else its robots.txt may not be asked for
        && scope.open().test(url)
        && robots.allows(url)
        && found.add(url);
  }

  /** It was no page after all. */
  void lost(URI url) {
    found.remove(url);
  }

  List<URI> found() {
    return List.copyOf(found);
  }

  /** An absolute http or https URL without its fragment; empty for anything else. */
  static Optional<URI> uri(String text) {
    try {
      URI uri = new URI(text.strip().replaceAll("#.*$", ""));
      boolean web = "http".equalsIgnoreCase(uri.getScheme()) || "https".equals(uri.getScheme());
      return Optional.of(uri)
          .filter(url -> web && url.getHost() != null && url.getRawUserInfo() == null)
          .filter(url -> text.length() <= MAX_URL);
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }
}
