package io.trafficgen.domain.visit;

import static io.trafficgen.domain.visit.VisitPlanTest.plans;
import static io.trafficgen.domain.visit.VisitPlanTest.settings;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which pages a visit opens. */
class VisitPlanPagesTest {
  private static final int VISITS = 12_000;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "'innerUrlCount':2                                    | /e /1 /2 /x",
        "'innerUrlCount':0                                    | /e /x",
        "'innerUrlCount':4                                    | /e /1 /2 /1 /2 /x",
        "'bounceRate':100,'innerUrlCount':2                   | /e",
        "'innerUrlCount':9,'qa':{'pagesPerVisit':{'min':3,'max':3}} | /e /1 /x",
        "'qa':{'pagesPerVisit':{'min':2,'max':2}}             | /e /x",
        "'qa':{'pagesPerVisit':{'min':1,'max':1}}             | /e",
        "'exitUrls':null,'innerUrlCount':1                    | /e /1",
        "'exitUrls':null,'qa':{'pagesPerVisit':{'min':3,'max':3}} | /e /1 /2",
        "'innerUrls':null,'qa':{'pagesPerVisit':{'min':5,'max':5}} | /e /x",
      })
  void goes_from_entry_over_inner_pages_to_exit(String members, String paths) {
    assertThat(plans(settings(document(members)), 3).limit(50))
        .allSatisfy(plan ->
            assertThat(plan.pages())
                .extracting(page -> page.url().getPath())
                .containsExactly(paths.split(" ")));
  }

  @Test
  void draws_every_number_of_pages_alike() {
    Map<Integer, Long> counts =
        plans(settings(document("'qa':{'pagesPerVisit':{'min':2,'max':5}}")), 11)
            .limit(VISITS)
            .collect(Collectors.groupingBy(plan -> plan.pages().size(), Collectors.counting()));
    assertThat(counts.keySet()).containsExactlyInAnyOrder(2, 3, 4, 5);
    // Four standard deviations of a quarter of the visits.
    double tolerance = 4 * Math.sqrt(VISITS * 0.25 * 0.75);
    assertThat(counts.values())
        .allSatisfy(count -> assertThat((double) count).isCloseTo(VISITS / 4.0, within(tolerance)));
  }

  @Test
  void tags_every_page_of_a_visit_alike() {
    List<VisitPlan> some =
        plans(
                settings(
                    document(
                        "'innerUrlCount':2,'utmSource':'mail','utmTerm':'{{random_keyword}}',"
                            + "'utmContent':'{{device_type}} {{timestamp}}','keywords':'a,b'")),
                5)
            .limit(200)
            .toList();
    assertThat(some)
        .allSatisfy(plan -> {
          String device = plan.device().device().name().toLowerCase(Locale.ROOT);
          assertThat(plan.pages().stream().map(page -> page.url().getRawQuery()).distinct())
              .singleElement()
              .satisfies(query ->
                  assertThat(query)
                      .matches(
                          "utm_source=mail&utm_term=[ab]&utm_content=%s%%201795348800"
                              .formatted(device)));
        });
    assertThat(some.stream().map(plan -> plan.pages().getFirst().url()).distinct())
        .hasSizeGreaterThanOrEqualTo(4);
  }

  private static String document(String members) {
    String pages =
        """
        "entryUrls":"https://a.example/e","innerUrls":"https://a.example/1\\nhttps://a.example/2",
        "exitUrls":"https://a.example/x"\
        """;
    for (String field : List.of("innerUrls", "exitUrls")) {
      if (members.contains(field)) {
        pages = pages.replaceFirst(",\\s*\"" + field + "\":\"[^\"]*\"", "");
      }
    }
    return "{" + pages + "," + members.replace('\'', '"') + "}";
  }
}
