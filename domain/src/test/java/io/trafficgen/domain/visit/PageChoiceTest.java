package io.trafficgen.domain.visit;

import static org.assertj.core.api.Assertions.assertThat;

import io.trafficgen.domain.settings.ProjectSettings;
import io.trafficgen.domain.settings.SettingsDocument;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pages that the owner did not write down: found ones, and the links that a visit clicks. */
class PageChoiceTest {
  private static final URI HOME = URI.create("https://shop.example/");
  private static final URI FOUND = URI.create("https://shop.example/found");

  private static ProjectSettings settings(String more) {
    return ProjectSettings.parse(
        SettingsDocument.parse(
            ("{'entryUrls':'https://shop.example/'" + more + "}").replace('\'', '"')));
  }

  @ParameterizedTest
  @CsvSource({
    "autoCrawlEntry, 2, 0, 0",
    "autoCrawlInner, 1, 1, 0",
    "autoCrawlExit, 1, 0, 1",
    "sitemap, 1, 1, 0",
    "websiteCrawler, 1, 1, 0",
    "clickInternal, 1, 0, 0",
  })
  void what_is_found_joins_the_pages_that_the_settings_name(
      String field, int entries, int inner, int exits) {
    String value = field.equals("clickInternal") ? "1" : "true";
    PageChoice choice = PageChoice.of(settings(",'" + field + "':" + value), List.of(HOME, FOUND));
    assertThat(choice.entries()).hasSize(entries);
    // The entry page is found too, and visits go on from there.
    assertThat(choice.inner()).hasSize(inner);
    assertThat(choice.exits()).hasSize(exits);
    assertThat(choice.found()).containsExactly(FOUND);
  }

  @Test
  void found_pages_are_marked_and_written_ones_are_not() {
    ProjectSettings settings = settings(",'autoCrawlInner':true,'innerUrlCount':2");
    PageChoice choice = PageChoice.of(settings, List.of(HOME, FOUND));
    assertThat(VisitPlan.next(settings, choice, Instant.EPOCH, new Random(1)).pages())
        .extracting(PlannedPage::found)
        .containsExactly(false, true, true);
  }

  @Test
  void clicks_come_after_inner_pages_and_before_the_exit_page() {
    ProjectSettings settings =
        settings(
            """
            ,'innerUrls':'https://shop.example/in','innerUrlCount':1,'clickInternal':2,
            'exitUrls':'https://shop.example/out'\
            """);
    assertThat(steps(settings)).containsExactly("/", "/in", "click", "click", "/out");
  }

  @Test
  void the_number_of_pages_per_visit_counts_clicks_too_and_no_bounce_clicks() {
    String clicks = ",'innerUrls':'https://shop.example/in','clickInternal':2,";
    assertThat(steps(settings(clicks + "'qa':{'pagesPerVisit':{'min':4,'max':4}}")))
        .containsExactly("/", "/in", "click", "click");
    assertThat(steps(settings(clicks + "'qa':{'pagesPerVisit':{'min':2,'max':2}}")))
        .containsExactly("/", "click");
    assertThat(steps(settings(clicks + "'bounceRate':100"))).containsExactly("/");
    assertThat(steps(settings(",'clickInternal':100"))).hasSize(11);
  }

  private static List<String> steps(ProjectSettings settings) {
    return VisitPlan.next(settings, Instant.EPOCH, new Random(3)).steps().stream()
        .map(step ->
            switch (step) {
              case PlannedPage page -> page.url().getPath();
              case PlannedClick click -> "click";
            })
        .toList();
  }

  @Test
  void a_click_takes_any_of_the_links_and_none_where_there_is_none() {
    List<URI> links = List.of(HOME, FOUND);
    assertThat(new PlannedClick(0.49, Duration.ZERO).link(links)).contains(HOME);
    assertThat(new PlannedClick(0.5, Duration.ZERO).link(links)).contains(FOUND);
    assertThat(new PlannedClick(0.5, Duration.ZERO).link(List.of())).isEmpty();
  }
}
