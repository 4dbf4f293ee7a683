package io.trafficgen.domain.settings;

import static io.trafficgen.domain.settings.SettingsText.settings;
import static org.assertj.core.api.Assertions.assertThat;

import io.trafficgen.domain.Problem;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProjectSettingsTest {
  @Test
  void takes_null_and_blank_as_absent_and_looks_at_no_unknown_field() {
    String absent =
        """
        ,'trafficSpeed':null,'deviceSplit':'','geoTargets':null,'timeOnPage':' ','timezone':'',
         'innerUrls':'\\n','qa':{'maxVisitsPerMinute':null,'activeDays':null,'mystery':1},
         'minimizeCpu':'','language':null,'gaId':[1,2],'utmSource':' '\
        """;
    assertThat(settings(absent)).isEqualTo(settings(""));
    assertThat(settings(",'qa':null")).isEqualTo(settings(""));
  }

  @Test
  void uses_countries_only_without_geo_targets() {
    assertThat(settings(",'countries':['US']").routing().geoTargets())
        .containsExactly(new GeoTarget(new Country("US"), 1));
    assertThat(settings(",'countries':['US'],'geoTargets':[]").routing().geoTargets()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "100", "7e1", "70.0", "\"70\"", "\" 70 \"", "\"70.0\"", "-0"})
  void takes_whole_numbers_however_they_are_written(String number) {
    assertThat(settings(",'bounceRate':" + number).pages().bounceRate()).isBetween(0, 100);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-1", "101", "70.5", "1e400", "1e-400", "\"7e1\"", "\"+70\"", "\"70%\"", "true", "[]"
      })
  void refuses_other_numbers(String number) {
    assertThat(SettingsText.problems(SettingsText.document(",'bounceRate':" + number)))
        .containsExactly(
            new Problem("/bounceRate", "must be a whole number from 0 to 100", "0, 100"));
  }

  @Test
  void tells_all_problems_at_once_each_with_a_reason_and_an_example() {
    List<Problem> problems =
        problems(
            """
            {"trafficSpeed":101,"deviceSplit":true,"deviceSpecific":"Toaster",
             "geoTargets":[{"country":"US","percent":50},{"country":"Nowhere","percent":50}],
             "timeOnPage":"3 parsecs","timezone":"Mars","innerUrls":"ftp://a.example/",
             "innerUrlCount":11,"urlVisitOrder":"backwards","bounceRate":"x","minimizeCpu":2,
             "language":7,
             "qa":{"schemaVersion":2,"arrival":"Evenly","activeDays":[0,8],"rampMinutes":1441,
                   "maxVisitsPerMinute":0,"maxConcurrent":51,"dwellJitterPercent":-1,
                   "success":[]}}\
            """);
    assertThat(problems)
        .extracting(Problem::pointer)
        .containsExactlyInAnyOrder(
            "/trafficSpeed",
            "/deviceSplit",
            "/deviceSpecific",
            "/geoTargets/1/country",
            "/timeOnPage",
            "/timezone",
            "/entryUrls",
            "/innerUrls",
            "/innerUrlCount",
            "/urlVisitOrder",
            "/bounceRate",
            "/minimizeCpu",
            "/language",
            "/qa/schemaVersion",
            "/qa/arrival",
            "/qa/activeDays/0",
            "/qa/activeDays/1",
            "/qa/rampMinutes",
            "/qa/maxVisitsPerMinute",
            "/qa/maxConcurrent",
            "/qa/dwellJitterPercent",
            "/qa/success");
    assertThat(problems).allSatisfy(problem -> assertThat(problem.reason()).isNotBlank());
    assertThat(problems).allSatisfy(problem -> assertThat(problem.example()).isNotBlank());
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"entryUrls\":\" \\n \"}", "{\"entryUrls\":null}"})
  void needs_an_entry_url(String text) {
    assertThat(problems(text))
        .extracting(problem -> problem.pointer() + " " + problem.reason())
        .containsExactly("/entryUrls is required");
  }

  @ParameterizedTest
  @CsvSource({"0,5,0", "1,5,1", "20,5,1", "21,5,2", "100,5,5", "100,1,1", "50,50,25", "99,50,50"})
  void maps_speed_to_concurrency_linearly_rounded_up(int speed, int max, int concurrency) {
    String members = ",'trafficSpeed':%d,'qa':{'maxConcurrent':%d}".formatted(speed, max);
    assertThat(settings(members).concurrency()).isEqualTo(concurrency);
  }

  private static List<Problem> problems(String text) {
    return SettingsText.problems(SettingsDocument.parse(text));
  }
}
