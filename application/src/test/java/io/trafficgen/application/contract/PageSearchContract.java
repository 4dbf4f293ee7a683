package io.trafficgen.application.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.trafficgen.application.port.PageSearch;
import io.trafficgen.application.port.PageSearch.Order;
import io.trafficgen.domain.settings.CrawlSource;
import io.trafficgen.domain.site.Host;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What every {@link PageSearch} keeps. */
public interface PageSearchContract {
  CrawlSource OFF = new CrawlSource(false, Optional.empty());

  PageSearch search();

  /** Makes the site answer at {@code path} with a page that links to {@code links}. */
  URI linking(String path, List<String> links);

  @Test
  default void finds_linked_pages_of_the_given_hosts_alone() {
    URI start = linking("/start", List.of("/next", "http://other.example/"));
    URI next = linking("/next", List.of());
    assertThat(search(start, Set.of(Host.of(start)))).containsExactly(next);
  }

  @Test
  default void asks_and_finds_nothing_where_no_host_may_be_asked() {
    assertThat(search(linking("/start", List.of("/next")), Set.of())).isEmpty();
  }

  private List<URI> search(URI start, Set<Host> hosts) {
    Order links = new Order(OFF, new CrawlSource(true, Optional.empty()));
    return search().search(hosts, List.of(start), links);
  }
}
