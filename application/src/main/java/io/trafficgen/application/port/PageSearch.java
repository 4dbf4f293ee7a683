package io.trafficgen.application.port;

import io.trafficgen.domain.settings.CrawlSource;
import java.net.URI;
import java.util.List;
import java.util.function.Predicate;

/**
 * Looks for pages on verified sites, where their terms and robots.txt permit: bounded in pages,
 * bytes, depth and time. Its requests carry the bot's identity and belong to no visit.
 */
public interface PageSearch {
  /**
   * Answers what was found in the order of finding, and never throws for what a site did.
   *
   * @param scope asked anew for each request
   * @param starts pages to begin at, where the order names no place
   */
  List<URI> search(Scope scope, List<URI> starts, Order order);

  /**
   * What a search may ask for, redirects included; a site may close meanwhile.
   *
   * @param open whether anything may be asked for there now
   * @param pages whether it may be visited as a page, now or at another hour
   * @param most requests in all, but for robots.txt
   */
  record Scope(Predicate<URI> open, Predicate<URI> pages, int most) {}

  /**
   * @param sitemap whether sitemaps are read
   * @param crawler whether links are followed
   */
  record Order(CrawlSource sitemap, CrawlSource crawler) {}
}
