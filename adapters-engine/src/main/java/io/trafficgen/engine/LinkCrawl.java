package io.trafficgen.engine;

import io.trafficgen.application.port.FetchOutcome.Fetched;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import org.jsoup.Jsoup;

/** Follows the links of pages, broad before deep. */
final class LinkCrawl {
  private static final int MAX_DEPTH = 3;
  private static final int MAX_BYTES = 2_000_000;

  private final SameHostGet http;
  private final SearchBudget budget;

  LinkCrawl(SameHostGet http, SearchBudget budget) {
    this.http = http;
    this.budget = budget;
  }

  private record Step(URI page, int depth) {}

  void follow(List<URI> starts) {
    Queue<Step> waiting = new ArrayDeque<>();
    starts.forEach(start -> waiting.add(new Step(start, 0)));
    while (!waiting.isEmpty()) {
      Step step = waiting.remove();
      if (budget.admitsPage(step.page())) {
        for (URI link : links(step.page())) {
          if (budget.found(link) && step.depth() + 1 < MAX_DEPTH) {
            waiting.add(new Step(link, step.depth() + 1));
          }
        }
      }
    }
  }

  private List<URI> links(URI page) {
    if (http.get(page, MAX_BYTES, budget::admitsPage) instanceof Fetched fetched
        && fetched.status() == 200) {
      return Jsoup.parse(fetched.text(), page.toString())
          .select("a[href]:not([rel~=(?i)nofollow])")
          .eachAttr("abs:href")
          .stream()
          .flatMap(link -> SearchBudget.uri(link).stream())
          .distinct()
          .toList();
    }
    budget.lost(page);
    return List.of();
  }
}
