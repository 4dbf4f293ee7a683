package io.trafficgen.application.contract;

import static io.trafficgen.application.Fixtures.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.trafficgen.application.port.FoundPages;
import io.trafficgen.domain.project.ProjectId;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every {@link FoundPages} keeps. */
public interface FoundPagesContract extends ProjectPorts {
  List<URI> PAGES =
      List.of(URI.create("https://shop.example/b"), URI.create("https://shop.example/a?x=1,2"));

  FoundPages found();

  private boolean claim(ProjectId project, String wish, Instant now) {
    return found().claim(project, wish, now, now.minusSeconds(3_600), now.plusSeconds(60));
  }

  @Test
  default void a_search_is_one_callers_until_its_turn_is_over() {
    ProjectId project = project();
    assertThat(claim(project, "wish", NOW)).isTrue();
    assertThat(claim(project, "wish", NOW.plusSeconds(59))).isFalse();
    assertThat(claim(project, "wish", NOW.plusSeconds(60))).isTrue();
  }

  @Test
  default void what_was_found_is_good_for_its_time() {
    ProjectId project = project();
    assertThat(claim(project, "wish", NOW)).isTrue();
    found().store(project, "wish", PAGES, NOW.plusSeconds(9));
    assertThat(found().of(project, "wish")).isEqualTo(PAGES);
    assertThat(claim(project, "wish", NOW.plusSeconds(3_608))).isFalse();
    assertThat(claim(project, "wish", NOW.plusSeconds(3_609))).isTrue();
    assertThat(found().of(project, "wish")).isEqualTo(PAGES);
  }

  @Test
  default void another_wish_is_looked_for_at_once_and_finds_nothing_of_the_last() {
    ProjectId project = project();
    assertThat(claim(project, "wish", NOW)).isTrue();
    assertThat(claim(project, "other", NOW)).isTrue();
    found().store(project, "wish", PAGES, NOW);
    assertThat(found().of(project, "wish")).isEmpty();
    assertThat(found().of(project, "other")).isEmpty();
    assertThat(found().of(project(), "wish")).isEmpty();
  }
}
