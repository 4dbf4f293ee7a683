package io.trafficgen.domain.visit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.trafficgen.domain.settings.Country;
import io.trafficgen.domain.settings.ProjectSettings;
import io.trafficgen.domain.settings.SettingsDocument;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class VisitPlanTest {
  private static final int VISITS = 20_000;
  static final Instant START = Instant.parse("2026-11-22T12:00:00Z");
  static final String RICH =
      """
      {"entryUrls":"https://a.example/\\nhttps://b.example/", "bounceRate":35,
       "innerUrls":"https://a.example/1\\nhttps://a.example/2\\nhttps://a.example/3",
       "innerUrlCount":4, "urlVisitOrder":"random", "timeOnPage":"3 minutes", "language":"German",
       "geoTargets":[{"country":"US","percent":50},{"country":"DE","percent":30},
                     {"country":"FR","percent":20}]}\
      """;

  @Test
  void replays_exactly_from_a_seed() {
    ProjectSettings settings = settings(RICH);
    assertThat(plans(settings, 42).limit(500))
        .containsExactlyElementsOf(plans(settings, 42).limit(500).toList());
    assertThat(plans(settings, 42).limit(500).toList())
        .isNotEqualTo(plans(settings, 43).limit(500).toList());
  }

  @Test
  void pins_the_first_plans_of_a_seed() {
    assertThat(plans(settings(RICH), 1).limit(4).map(VisitPlanTest::summary))
        .containsExactly(
            "MOBILE CHROME from US: b/ PT3M31.67S",
            "MOBILE EDGE from US: a/ PT2M34.063S, a/3 PT3M14.036S, a/2 PT3M21.976S,"
                + " a/1 PT2M24.362S, a/2 PT3M1.666S",
            "MOBILE FIREFOX from DE: b/ PT2M37.299S",
            "DESKTOP EDGE from US: a/ PT3M28.073S, a/2 PT2M26.76S, a/1 PT3M6.651S,"
                + " a/2 PT3M11.172S, a/1 PT2M32.628S");
  }

  @Test
  void asks_for_a_desktop_if_the_number_drawn_is_below_the_split() {
    ProjectSettings settings = settings("{\"entryUrls\":\"https://a.example/\"}");
    assertThat(VisitPlan.next(settings, START, always(0.6999)).device().device())
        .isEqualTo(Device.DESKTOP);
    assertThat(VisitPlan.next(settings, START, always(0.7)).device().device())
        .isEqualTo(Device.MOBILE);
  }

  @Test
  void wishes_no_country_without_targets_and_the_last_one_for_what_rounding_leaves() {
    assertThat(
            VisitPlan.next(settings("{\"entryUrls\":\"https://a.example/\"}"), START, always(0.5))
                .country())
        .isEmpty();
    assertThat(VisitPlan.next(settings(RICH), START, always(Math.nextDown(1.0))).country())
        .contains(new Country("FR"));
  }

  @Test
  void opens_inner_pages_in_order_again_from_the_start_if_they_are_few() {
    ProjectSettings settings =
        settings(RICH.replace("\"random\"", "\"sequential\"").replace("35", "0"));
    assertThat(VisitPlan.next(settings, START, new Random(7)).pages())
        .extracting(page -> page.url().getPath())
        .containsExactly("/", "/1", "/2", "/3", "/1");
  }

  @Test
  void opens_any_inner_pages_at_random_and_none_if_there_are_none() {
    ProjectSettings settings = settings(RICH.replace("35", "0"));
    assertThat(
            plans(settings, 3)
                .limit(200)
                .flatMap(plan -> plan.pages().stream().skip(1))
                .collect(
                    Collectors.groupingBy(page -> page.url().getPath(), Collectors.counting())))
        .hasSize(3)
        .allSatisfy((path, count) -> assertThat(count).isBetween(200L, 340L));
    ProjectSettings bare = settings("{\"entryUrls\":\"https://a.example/\",\"innerUrlCount\":3}");
    assertThat(VisitPlan.next(bare, START, new Random(1)).pages()).hasSize(1);
  }

  @Test
  void dwells_for_the_time_on_page_give_or_take_the_jitter() {
    List<Long> dwells =
        plans(settings(RICH), 5)
            .limit(VISITS)
            .map(plan -> plan.pages().getFirst().dwell().toMillis())
            .toList();
    assertThat(dwells).allSatisfy(dwell -> assertThat(dwell).isBetween(144_000L, 216_000L));
    assertThat(dwells.stream().mapToLong(Long::longValue).average().orElseThrow())
        .isCloseTo(180_000, within(600.0));
    ProjectSettings steady =
        settings("{\"entryUrls\":\"https://a.example/\",\"qa\":{\"dwellJitterPercent\":0}}");
    assertThat(VisitPlan.next(steady, START, new Random(9)).pages().getFirst().dwell())
        .isEqualTo(Duration.ofSeconds(30));
  }

  @Test
  void enters_where_it_is_told_to() {
    ProjectSettings settings = settings(RICH);
    PageChoice choice = PageChoice.written(settings.pages());
    PageChoice open = choice.entering(url -> url.getHost().startsWith("b"));
    RandomGenerator random = new Random(11);
    for (int i = 0; i < 100; i++) {
      assertThat(VisitPlan.next(settings, open, START, random).pages().getFirst().url())
          .isEqualTo(URI.create("https://b.example/"));
    }
    assertThatThrownBy(() -> VisitPlan.next(settings, choice.entering(url -> false), START, random))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void runs_script_unless_cpu_is_to_be_saved_and_speaks_the_language() {
    VisitPlan plan = VisitPlan.next(settings(RICH), START, new Random(1));
    assertThat(plan.script()).isTrue();
    assertThat(plan.language()).isEqualTo("de");
    ProjectSettings thrifty =
        settings("{\"entryUrls\":\"https://a.example/\",\"minimizeCpu\":true}");
    assertThat(VisitPlan.next(thrifty, START, new Random(1)).script()).isFalse();
  }

  static ProjectSettings settings(String text) {
    return ProjectSettings.parse(SettingsDocument.parse(text));
  }

  static Stream<VisitPlan> plans(ProjectSettings settings, long seed) {
    RandomGenerator random = new Random(seed);
    return Stream.generate(() -> VisitPlan.next(settings, START, random));
  }

  private static String summary(VisitPlan plan) {
    return "%s %s from %s: %s"
        .formatted(
            plan.device().device(),
            plan.device().browser(),
            plan.country().orElseThrow(),
            plan.pages().stream()
                .map(page ->
                    page.url().getHost().charAt(0) + page.url().getPath() + " " + page.dwell())
                .collect(Collectors.joining(", ")));
  }

  private static RandomGenerator always(double number) {
    return new RandomGenerator() {
      @Override
      public long nextLong() {
        throw new AssertionError("a plan draws doubles only");
      }

      @Override
      public double nextDouble() {
        return number;
      }
    };
  }
}
