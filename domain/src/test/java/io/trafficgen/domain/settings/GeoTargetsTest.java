package io.trafficgen.domain.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.trafficgen.domain.InvalidValueException;
import io.trafficgen.domain.Problem;
import io.trafficgen.domain.json.JsonReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GeoTargetsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[{'cc':'US','w':50},{'cc':'DE','w':50}]                     | US=0.5 DE=0.5",
        "[{'cc':'us','w':1},{'cc':'DE','w':3}]                       | US=0.25 DE=0.75",
        "[{'cc':'US','w':'0.5'},{'cc':'DE','w':1e-1}]                | US=0.8333 DE=0.1667",
        "[{'cc':'US','w':1e400}]                                     | US=1.0",
        "[{'cc':'US','w':1e400},{'cc':'DE','w':1e-400}]              | US=1.0",
        "[{'id':7,'country':'United States','percent':100,'city':'x'}] | US=1.0",
        "[{'country':'GBR','percent':'60'},{'country':'UK','percent':40.0}] | GB=0.6 GB=0.4",
        "[{'country':'FR','percent':33.3},{'country':'IT','percent':66.7}]  | FR=0.333 IT=0.667",
        "[{'country':'FR','percent':100},{'country':'IT','percent':0}]      | FR=1.0",
        "[]                                                          | ''",
      })
  void reads_both_forms_as_shares(String json, String shares) {
    assertThat(GeoTargets.parse(JsonReader.read(json.replace('\'', '"'))))
        .extracting(
            target -> target.country() + "=" + Math.round(target.share() * 10_000) / 10_000.0)
        .containsExactly(shares.isEmpty() ? new String[0] : shares.split(" "));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{}                                          | ''         | must be a list",
        "[1]                                         | /0         | must be an object",
        "[null]                                      | /0/country | is required",
        "[{'cc':'US','w':0}]                         | /0/w       | must be a positive number",
        "[{'cc':'US','w':-1}]                        | /0/w       | must be a positive number",
        "[{'cc':'US','w':'many'}]                    | /0/w       | must be a positive number",
        "[{'cc':'US'}]                               | /0/w       | is required",
        "[{'cc':'US','w':1},{'country':'DE','w':1}]  | /1/cc      | is required",
        "[{'cc':'XX','w':1}]                         | /0/cc      | must be an ISO 3166 code",
        "[{'country':'US','percent':101}]            | /0/percent | must be from 0 to 100",
        "[{'country':'US','percent':90}]             | ''         | has percents that sum to 90",
      })
  void refuses_and_points(String json, String pointer, String reason) {
    assertThatThrownBy(() -> GeoTargets.parse(JsonReader.read(json.replace('\'', '"'))))
        .isInstanceOfSatisfying(
            InvalidValueException.class,
            refusal -> {
              Problem problem = refusal.problems().getFirst();
              assertThat(problem.pointer()).isEqualTo(pointer);
              assertThat(problem.reason()).contains(reason);
              assertThat(problem.example()).isNotEmpty();
            });
  }

  @Test
  void tells_all_problems_of_a_list() {
    String json = "[{\"cc\":\"US\",\"w\":0},{\"cc\":\"ZZ\"},{\"w\":1}]";
    assertThatThrownBy(() -> GeoTargets.parse(JsonReader.read(json)))
        .isInstanceOfSatisfying(
            InvalidValueException.class,
            refusal ->
                assertThat(refusal.problems())
                    .extracting(Problem::pointer)
                    .containsExactly("/0/w", "/1/cc", "/1/w", "/2/cc"));
  }

  @Test
  void splits_countries_evenly() {
    assertThat(GeoTargets.parseCountries(JsonReader.read("[\"US\",\"Germany\"]")))
        .containsExactly(
            new GeoTarget(new Country("US"), 0.5), new GeoTarget(new Country("DE"), 0.5));
    assertThatThrownBy(() -> GeoTargets.parseCountries(JsonReader.read("[\"US\",\"Atlantis\"]")))
        .hasMessageStartingWith("/1: must be an ISO 3166 code");
  }
}
