package io.trafficgen.application.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.trafficgen.application.port.PageSearch;
import io.trafficgen.application.port.PageSearch.Order;
import io.trafficgen.application.port.PageSearch.Scope;
import io.trafficgen.domain.settings.CrawlSource;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** What every {@link PageSearch} keeps. */
public interface PageSearchContract {
  CrawlSource OFF = new CrawlSource(false, Optional.empty());

  Predicate<URI> EVERYWHERE = url -> true;

  PageSearch search();

  /** Makes the site answer at {@code path} with a page that links to {@code links}. */
  URI linking(String path, List<String> links);

  /** Makes the site answer at {@code path} with a redirect to {@code to}. */
  URI redirecting(String path, String to);

  @Test
  default void finds_linked_pages_of_its_scope_alone() {
    URI start = linking("/start", List.of("/next", "/private", "http://other.example/"));
    URI next = linking("/next", List.of("/behind"));
    URI behind = linking("/behind", List.of());
    linking("/private", List.of("/secret"));
    assertThat(search(start, EVERYWHERE, Set.of(start, next, behind)::contains, 9))
        .containsExactly(next, behind);
  }

  @Test
  default void asks_and_finds_nothing_where_nothing_may_be_asked() {
    URI start = linking("/start", List.of("/next"));
    assertThat(search(start, url -> false, EVERYWHERE, 9)).isEmpty();
  }

  @Test
  default void a_redirect_leads_to_nothing_that_may_not_be_asked() {
    URI start = linking("/start", List.of("/away"));
    URI away = redirecting("/away", "/private");
    linking("/private", List.of("/secret"));
    assertThat(search(start, EVERYWHERE, page -> !page.getPath().equals("/private"), 9))
        .doesNotContain(away, away.resolve("/secret"));
  }

  @Test
  default void asks_as_often_as_it_may() {
    URI start = linking("/start", List.of("/1"));
    URI one = linking("/1", List.of("/2"));
    URI two = linking("/2", List.of("/3"));
    assertThat(search(start, EVERYWHERE, EVERYWHERE, 2)).containsExactly(one, two);
  }

  private List<URI> search(URI start, Predicate<URI> open, Predicate<URI> pages, int most) {
    Order links = new Order(OFF, new CrawlSource(true, Optional.empty()));
    Predicate<URI> here = url -> url.getRawAuthority().equals(start.getRawAuthority());
    return search().search(new Scope(here.and(open), here.and(pages), most), List.of(start), links);
  }
}
