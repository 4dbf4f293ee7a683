package io.trafficgen.engine;

import crawlercommons.sitemaps.AbstractSiteMap;
import crawlercommons.sitemaps.SiteMap;
import crawlercommons.sitemaps.SiteMapIndex;
import crawlercommons.sitemaps.SiteMapParser;
import crawlercommons.sitemaps.UnknownFormatException;
import io.trafficgen.application.port.FetchOutcome.Fetched;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;

/** Reads sitemaps and the indexes that lead to them; packed ones too. */
final class SitemapReader {
  /** A fifth of what the protocol allows, which is plenty for what is kept. */
  private static final int MAX_BYTES = 10_000_000;

  private final SameHostGet http;
  private final SearchBudget budget;

  SitemapReader(SameHostGet http, SearchBudget budget) {
    this.http = http;
    this.budget = budget;
  }

  /** More than a search may fetch; an index may name any number. */
  private static final int MOST_WAITING = 200;

  void read(List<URI> sitemaps) {
    Queue<URI> waiting = new ArrayDeque<>(sitemaps);
    while (!waiting.isEmpty()) {
      URI next = waiting.remove();
      if (budget.admits(next)
          && http.get(next, MAX_BYTES, budget::admits) instanceof Fetched fetched
          && fetched.status() == 200) {
        read(next, fetched.text()).stream()
            .limit(Math.max(0, MOST_WAITING - waiting.size()))
            .forEach(waiting::add);
      }
    }
  }

  /** Notes the pages of one; answers the sitemaps that it leads to. */
  private List<URI> read(URI from, String text) {
    try {
      // Which pages a sitemap may name is decided by their host, not by where it lies itself.
      AbstractSiteMap map =
          new SiteMapParser(false)
              .parseSiteMap(text.getBytes(StandardCharsets.UTF_8), from.toURL());
      if (map instanceof SiteMapIndex index) {
        return index.getSitemaps().stream()
            .flatMap(inner -> SearchBudget.uri(inner.getUrl().toString()).stream())
            .toList();
      }
      if (map instanceof SiteMap pages) {
        pages.getSiteMapUrls().stream()
            .flatMap(page -> SearchBudget.uri(page.getUrl().toString()).stream())
            .forEach(budget::found);
      }
      return List.of();
    } catch (UnknownFormatException | IOException | IllegalArgumentException e) {
      // No sitemap that can be read: it leads nowhere.
      return List.of();
    }
  }
}
