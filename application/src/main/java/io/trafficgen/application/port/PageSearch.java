package io.trafficgen.application.port;

import io.trafficgen.domain.settings.CrawlSource;
import io.trafficgen.domain.site.Host;
import java.net.URI;
import java.util.List;
import java.util.Set;

/**
 * Looks for pages on verified hosts, where their robots.txt permits: bounded in pages, bytes, depth
 * and time. Its requests carry the bot's identity and belong to no visit.
 */
public interface PageSearch {
  /**
   * Answers what was found in the order of finding, and never throws for what a site did.
   *
   * @param hosts where pages may be, and where may be asked
   * @param starts pages to begin at, where the order names no place
   */
  List<URI> search(Set<Host> hosts, List<URI> starts, Order order);

  /**
   * @param sitemap whether sitemaps are read
   * @param crawler whether links are followed
   */
  record Order(CrawlSource sitemap, CrawlSource crawler) {}
}
