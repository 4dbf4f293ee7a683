package io.trafficgen.engine;

import io.trafficgen.application.port.GuardedHttp;
import io.trafficgen.application.port.PageSearch;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;

/** {@link PageSearch} over {@link GuardedHttp}. */
public final class HttpPageSearch implements PageSearch {
  private final GuardedHttp http;
  private final HttpRobots robots;
  private final InstantSource clock;

  public HttpPageSearch(GuardedHttp http, HttpRobots robots, InstantSource clock) {
    this.http = http;
    this.robots = robots;
    this.clock = clock;
  }

  @Override
  public List<URI> search(Scope scope, List<URI> entries, Order order) {
    List<URI> starts = entries.stream().filter(scope.open()).toList();
    SearchBudget budget = new SearchBudget(scope, robots, clock);
    if (order.sitemap().on()) {
      SitemapReader sitemaps = new SitemapReader(new SameHostGet(http), budget);
      sitemaps.read(order.sitemap().at().map(List::of).orElseGet(() -> usual(starts)));
    }
    if (order.crawler().on()) {
      LinkCrawl crawl = new LinkCrawl(new SameHostGet(http), budget);
      crawl.follow(order.crawler().at().map(List::of).orElse(starts));
    }
    return budget.found();
  }

  /** Where the sites say that their sitemaps are, or where most have one. */
  private List<URI> usual(List<URI> starts) {
    return starts.stream()
        .map(start -> start.resolve("/sitemap.xml"))
        .distinct()
        .flatMap(usual -> {
          List<URI> named =
              robots.sitemaps(usual).stream()
                  .flatMap(text -> SearchBudget.uri(text).stream())
                  .toList();
          return named.isEmpty() ? List.of(usual).stream() : named.stream();
        })
        .toList();
  }
}
