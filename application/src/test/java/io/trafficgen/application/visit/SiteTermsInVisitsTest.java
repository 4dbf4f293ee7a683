package io.trafficgen.application.visit;

import static org.assertj.core.api.Assertions.assertThat;

import io.trafficgen.application.fake.ScriptedBudgets.Settled;
import io.trafficgen.domain.site.SiteTerms;
import io.trafficgen.domain.visit.FailureReason;
import io.trafficgen.domain.visit.Visit;
import io.trafficgen.domain.visit.VisitOutcome;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a site does not wish visited is not asked for, whatever was granted. */
class SiteTermsInVisitsTest {
  private static final URI ENTRY = URI.create("http://shop.example/shop");
  private static final URI INNER = URI.create("http://shop.example/admin/a");
  private static final String TO_INNER = ",\"innerUrls\":\"" + INNER + "\",\"innerUrlCount\":1";

  private final RunningNode node = new RunningNode();

  private void run(String terms, String more) {
    node.verify(SiteTerms.parse(terms));
    node.driver.put(ENTRY, 200, List.of());
    node.driver.put(INNER, 200, List.of());
    String settings = RunningNode.settings(more).replace(RunningNode.PAGE + "\"", ENTRY + "\"");
    node.offer(1, 1, false, settings);
    node.run(60);
  }

  private void assertFailed(int pages) {
    assertThat(node.driver.loads()).hasSize(pages);
    assertThat(node.store.visits())
        .extracting(Visit::outcome)
        .containsExactly(new VisitOutcome.Failed(FailureReason.VERIFICATION));
    assertThat(node.budgets.settled()).containsEntry(RunningNode.GRANT, new Settled(1, 0));
  }

  @Test
  void a_page_outside_the_paths_is_not_visited() {
    run("paths: /blog", "");
    assertFailed(0);
  }

  @Test
  void an_inner_page_outside_the_paths_ends_the_visit() {
    run("paths: /shop", TO_INNER);
    assertFailed(1);
  }

  @Test
  void a_page_inside_the_paths_is_visited() {
    run("paths: /", TO_INNER);
    assertThat(node.driver.loads()).hasSize(2);
    assertThat(node.store.visits()).allMatch(visit -> visit.outcome().isCompleted());
  }

  @Test
  void no_page_is_visited_outside_the_hours() {
    run("hours: 12:01-13:00", "");
    assertFailed(0);
  }

  @Test
  void a_visit_goes_to_no_further_page_when_the_hours_are_over() {
    run("until: 2026-11-23T12:00:05Z", TO_INNER);
    assertFailed(1);
  }
}
