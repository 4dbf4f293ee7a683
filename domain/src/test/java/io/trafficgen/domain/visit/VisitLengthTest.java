package io.trafficgen.domain.visit;

import static org.assertj.core.api.Assertions.assertThat;

import io.trafficgen.domain.settings.ProjectSettings;
import io.trafficgen.domain.settings.SettingsDocument;
import java.time.Duration;
import java.time.Instant;
import java.util.SplittableRandom;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VisitLengthTest {
  private static ProjectSettings settings(String more) {
    return ProjectSettings.parse(
        SettingsDocument.parse(
            ("{'entryUrls':'https://shop.example/','timeOnPage':'20 seconds'" + more + "}")
                .replace('\'', '"')));
  }

  @Test
  void a_page_is_its_dwell_and_a_second() {
    assertThat(VisitLength.expected(settings(""))).isEqualTo(Duration.ofSeconds(21));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ",'bounceRate':40,'innerUrlCount':4,'innerUrls':'https://shop.example/a'",
        ",'innerUrlCount':4",
        ",'exitUrls':'https://shop.example/z','bounceRate':10",
        ",'qa':{'pagesPerVisit':{'min':1,'max':6}},'innerUrls':'https://shop.example/a',"
            + "'exitUrls':'https://shop.example/z'",
        ",'qa':{'pagesPerVisit':{'min':3,'max':6}}"
      })
  void is_what_the_plans_of_many_visits_take(String more) {
    ProjectSettings settings = settings(more);
    SplittableRandom random = new SplittableRandom(5);
    long millis = 0;
    int visits = 20_000;
    for (int i = 0; i < visits; i++) {
      for (PlannedPage page : VisitPlan.next(settings, Instant.EPOCH, random).pages()) {
        millis += page.dwell().plusSeconds(1).toMillis();
      }
    }
    assertThat(VisitLength.expected(settings).toMillis())
        .isCloseTo(millis / visits, Percentage.withPercentage(2));
  }
}
