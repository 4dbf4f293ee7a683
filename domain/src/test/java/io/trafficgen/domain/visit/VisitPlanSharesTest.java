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
import org.junit.jupiter.params.provider.CsvSource;
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

  @ParameterizedTest
  @CsvSource({"70, 0", "70, 25", "0, 50", "40, 100"})
  void presents_tablets_by_percent_of_what_is_no_desktop(int split, int tablets) {
    ProjectSettings settings =
        bare("\"deviceSplit\":%d,\"tabletSplit\":%d".formatted(split, tablets));
    double share = (100 - split) * tablets / 100.0;
    assertThat(percent(settings, plan -> plan.device().device() == Device.TABLET))
        .isCloseTo(share, within(tolerance(share)));
    assertThat(percent(settings, plan -> plan.device().device() == Device.DESKTOP))
        .isCloseTo(split, within(tolerance(split)));
  }

  @ParameterizedTest
  @CsvSource({"0, false", "30, false", "100, false", "30, true"})
  void comes_back_by_percent_unless_every_jar_is_fresh(int rate, boolean fresh) {
    ProjectSettings settings =
        bare("\"returnRate\":%d,\"randomizeSession\":%s".formatted(rate, fresh));
    int share = fresh ? 0 : rate;
    assertThat(percent(settings, VisitPlan::returning)).isCloseTo(share, within(tolerance(share)));
  }

  @Test
  void draws_referrers_and_browsers_alike() {
    ProjectSettings settings = bare("\"referralUrls\":\"https://b.example/\\nhttps://c.example/\"");
    Optional<URI> referer = Optional.of(URI.create("https://c.example/"));
    assertThat(percent(settings, plan -> plan.referer().equals(referer)))
        .isCloseTo(50, within(tolerance(50)));
    assertThat(percent(bare("\"a\":1"), plan -> plan.referer().isPresent())).isZero();
    ProjectSettings edge = bare("\"browser\":\"Edge\",\"tabletSplit\":50");
    assertThat(percent(edge, plan -> plan.device().browser() == Browser.EDGE)).isEqualTo(100);
    ProjectSettings linux = bare("\"browser\":\"Safari\",\"deviceSpecific\":\"Desktop, Linux\"");
    assertThat(percent(linux, plan -> plan.device().browser() == Browser.SAFARI)).isZero();
  }

  private static ProjectSettings bare(String members) {
    return settings("{\"entryUrls\":\"https://a.example/\"," + members + "}");
  }

  private static double percent(ProjectSettings settings, Predicate<VisitPlan> kind) {
    return 100.0 * plans(settings, 1234).limit(VISITS).filter(kind).count() / VISITS;
  }

  private static Predicate<VisitPlan> wishes(String country) {
    return plan -> plan.country().equals(Optional.of(new Country(country)));
  }

  /** Four standard deviations of a share of {@link #VISITS}; none at the ends. */
  private static double tolerance(double percent) {
    return 4 * Math.sqrt(percent * (100.0 - percent) / VISITS);
  }
}
