package io.trafficgen.domain.visit;

import static io.trafficgen.domain.visit.VisitPlanTest.RICH;
import static io.trafficgen.domain.visit.VisitPlanTest.plans;
import static io.trafficgen.domain.visit.VisitPlanTest.settings;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.trafficgen.domain.settings.Country;
import io.trafficgen.domain.settings.ProjectSettings;
import java.net.URI;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Shares of many visits from one fixed seed. */
class VisitPlanSharesTest {
  private static final int VISITS = 20_000;

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 30, 70, 99, 100})
  void splits_devices_by_percent(int split) {
    ProjectSettings settings =
        settings("{\"entryUrls\":\"https://a.example/\",\"deviceSplit\":" + split + "}");
    assertThat(percent(settings, plan -> plan.device().device() == Device.DESKTOP))
        .isCloseTo(split, within(tolerance(split)));
  }

  @Test
  void draws_countries_by_their_shares() {
    ProjectSettings settings = settings(RICH);
    assertThat(percent(settings, wishes("US"))).isCloseTo(50, within(tolerance(50)));
    assertThat(percent(settings, wishes("DE"))).isCloseTo(30, within(tolerance(30)));
    assertThat(percent(settings, wishes("FR"))).isCloseTo(20, within(tolerance(20)));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 35, 100})
  void bounces_by_percent_and_else_opens_every_inner_page(int rate) {
    ProjectSettings settings = settings(RICH.replace("35", Integer.toString(rate)));
    assertThat(percent(settings, plan -> plan.pages().size() == 1))
        .isCloseTo(rate, within(tolerance(rate)));
    assertThat(percent(settings, plan -> plan.pages().size() == 5))
        .isCloseTo(100 - rate, within(tolerance(rate)));
  }

  @Test
  void enters_at_every_entry_url_alike() {
    URI first = URI.create("https://a.example/");
    assertThat(percent(settings(RICH), plan -> plan.pages().getFirst().url().equals(first)))
        .isCloseTo(50, within(tolerance(50)));
  }

  private static double percent(ProjectSettings settings, Predicate<VisitPlan> kind) {
    return 100.0 * plans(settings, 1234).limit(VISITS).filter(kind).count() / VISITS;
  }

  private static Predicate<VisitPlan> wishes(String country) {
    return plan -> plan.country().equals(Optional.of(new Country(country)));
  }

  /** Four standard deviations of a share of {@link #VISITS}; none at the ends. */
  private static double tolerance(int percent) {
    return 4 * Math.sqrt(percent * (100.0 - percent) / VISITS);
  }
}
