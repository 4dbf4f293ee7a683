package io.trafficgen.domain.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.trafficgen.domain.InvalidValueException;
import io.trafficgen.domain.Problem;
import java.net.URI;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProjectSettingsTest {
  private static final String ENTRY = "\"entryUrls\":\"https://a.example/\"";
  private static final ProjectSettings DEFAULTS =
      new ProjectSettings(
          100,
          new DeviceMix(70, EnumSet.allOf(Platform.class)),
          List.of(),
          Duration.ofSeconds(30),
          20,
          ZoneOffset.UTC,
          List.of(URI.create("https://a.example/")),
          List.of(),
          0,
          UrlVisitOrder.SEQUENTIAL,
          0,
          false,
          "en",
          new Pacing(
              Arrival.EVEN,
              HourlyCurve.flat(),
              false,
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              EnumSet.allOf(DayOfWeek.class),
              Duration.ofMinutes(10),
              OptionalInt.empty(),
              5),
          399);

  @Test
  void has_defaults_for_all_but_the_entry_urls() {
    assertThat(parse("{" + ENTRY + "}")).isEqualTo(DEFAULTS);
  }

  @Test
  void takes_null_and_blank_as_absent_and_looks_at_no_unknown_field() {
    String absent =
        """
        {%s,"trafficSpeed":null,"deviceSplit":"","geoTargets":null,"timeOnPage":" ","timezone":"",
         "innerUrls":"\\n","qa":{"maxVisitsPerMinute":null,"activeDays":null,"mystery":1},
         "minimizeCpu":"","language":null,"gaId":[1,2],"proxyMode":"sticky"}\
        """
            .formatted(ENTRY);
    assertThat(parse(absent)).isEqualTo(DEFAULTS);
    assertThat(parse("{\"qa\":null," + ENTRY + "}")).isEqualTo(DEFAULTS);
  }

  @Test
  void reads_every_field() {
    ProjectSettings settings =
        parse(
            """
            {"trafficSpeed":50,"deviceSplit":"30","geoTargets":[{"cc":"DE","w":2}],
             "countries":["US"],"timeOnPage":"3 minutes","timezone":"Europe/Berlin",
             "entryUrls":"https://a.example/\\nhttps://b.example/","innerUrls":"https://a.example/x",
             "innerUrlCount":2.0,"urlVisitOrder":"random","bounceRate":4e1,"minimizeCpu":"true",
             "language":"German","languages":["en-US","de"],
             "qa":{"schemaVersion":1,"arrival":"poisson","activeDays":[5,1],"rampMinutes":0,
                   "maxVisitsPerMinute":12,"maxConcurrent":50,"dwellJitterPercent":0,
                   "success":{"maxStatus":299}}}\
            """);
    assertThat(settings)
        .isEqualTo(
            new ProjectSettings(
                50,
                new DeviceMix(30, EnumSet.allOf(Platform.class)),
                List.of(new GeoTarget(new Country("DE"), 1)),
                Duration.ofMinutes(3),
                0,
                ZoneId.of("Europe/Berlin"),
                List.of(URI.create("https://a.example/"), URI.create("https://b.example/")),
                List.of(URI.create("https://a.example/x")),
                2,
                UrlVisitOrder.RANDOM,
                40,
                true,
                "de,en-US;q=0.9",
                new Pacing(
                    Arrival.POISSON,
                    HourlyCurve.flat(),
                    false,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    EnumSet.of(DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
                    Duration.ZERO,
                    OptionalInt.of(12),
                    50),
                299));
  }

  @Test
  void uses_countries_only_without_geo_targets() {
    assertThat(parse("{" + ENTRY + ",\"countries\":[\"US\"]}").geoTargets())
        .containsExactly(new GeoTarget(new Country("US"), 1));
    assertThat(parse("{" + ENTRY + ",\"countries\":[\"US\"],\"geoTargets\":[]}").geoTargets())
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "100", "7e1", "70.0", "\"70\"", "\" 70 \"", "\"70.0\"", "-0"})
  void takes_whole_numbers_however_they_are_written(String number) {
    assertThat(parse("{" + ENTRY + ",\"bounceRate\":" + number + "}").bounceRate())
        .isBetween(0, 100);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-1", "101", "70.5", "1e400", "1e-400", "\"7e1\"", "\"+70\"", "\"70%\"", "true", "[]"
      })
  void refuses_other_numbers(String number) {
    assertThat(problems("{" + ENTRY + ",\"bounceRate\":" + number + "}"))
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
             "qa":{"schemaVersion":2,"arrival":"Even","activeDays":[0,8],"rampMinutes":1441,
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
    String text =
        "{%s,\"trafficSpeed\":%d,\"qa\":{\"maxConcurrent\":%d}}".formatted(ENTRY, speed, max);
    assertThat(parse(text).concurrency()).isEqualTo(concurrency);
  }

  private static ProjectSettings parse(String text) {
    return ProjectSettings.parse(SettingsDocument.parse(text));
  }

  private static List<Problem> problems(String text) {
    SettingsDocument document = SettingsDocument.parse(text);
    return catchThrowableOfType(InvalidValueException.class, () -> ProjectSettings.parse(document))
        .problems();
  }
}
