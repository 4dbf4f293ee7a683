package io.trafficgen.domain.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.trafficgen.domain.InvalidValueException;
import io.trafficgen.domain.json.JsonReader;
import io.trafficgen.domain.json.JsonValue;
import java.time.Duration;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FieldParsersTest {

  @ParameterizedTest
  @CsvSource({
    "5 seconds, 5",
    "30 seconds, 30",
    "1 minute, 60",
    "2 minutes, 120",
    "3 minutes, 180",
    "4 minutes, 240",
    "5 minutes, 300",
    "5sec, 5",
    "60sec, 60",
    "90 s, 90",
    "3 min, 180",
    "1m, 60",
    "1 Second, 1",
    "60 MINUTES, 3600",
    "3600 s, 3600"
  })
  void reads_time_on_page(String text, int seconds) {
    assertThat(TimeOnPage.parse(string(text))).isEqualTo(Duration.ofSeconds(seconds));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"0 seconds\"",
        "\"61 minutes\"",
        "\"3601 s\"",
        "\"99999 s\"",
        "\"-1 s\"",
        "\"1.5 min\"",
        "\"30\"",
        "30",
        "\"seconds\"",
        "\"3 parsecs\"",
        "\"1 hour\"",
        "[]",
        "\"1 min 30 s\""
      })
  void refuses_other_times_on_page(String json) {
    assertThatThrownBy(() -> TimeOnPage.parse(JsonReader.read(json)))
        .isInstanceOf(InvalidValueException.class);
  }

  @ParameterizedTest
  @CsvSource({
    "UTC, UTC",
    "Europe/Berlin, Europe/Berlin",
    "Asia/Kathmandu, Asia/Kathmandu",
    "GMT, GMT",
    "Etc/GMT+5, Etc/GMT+5",
    "GMT-12, -12:00",
    "GMT+14, +14:00",
    "GMT+5:30, +05:30",
    "GMT-3:30, -03:30",
    "GMT+0, Z",
    "GMT+05:45, +05:45",
    "UTC+1, +01:00",
    "+0530, +05:30",
    "GMT -5, -05:00"
  })
  void reads_time_zones(String text, String zone) {
    assertThat(ProjectTimeZone.parse(string(text))).isEqualTo(ZoneId.of(zone));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GMT+15",
        "GMT+14:30",
        "GMT-12:30",
        "GMT-13",
        "GMT+5:60",
        "GMT+",
        "+18:00",
        "Mars/Base",
        "europe/berlin",
        "UT+18:00",
        "PST8",
        "5"
      })
  void refuses_other_time_zones(String text) {
    assertThatThrownBy(() -> ProjectTimeZone.parse(string(text)))
        .isInstanceOf(InvalidValueException.class);
  }

  @Test
  void reads_urls_line_by_line() {
    assertThat(
            UrlList.parse(
                string("\\n https://a.example/x?y=1#z \\r\\n\\nHTTP://b.example:8081\\n")))
        .extracting(Object::toString)
        .containsExactly("https://a.example/x?y=1#z", "HTTP://b.example:8081");
    assertThat(UrlList.parse(string("http://[::1]:8081/ü"))).hasSize(1);
    assertThat(UrlList.parse(string("https://a.example/" + "x".repeat(2030)))).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ftp://a.example/",
        "file:///etc/passwd",
        "javascript:alert(1)",
        "a.example",
        "/x",
        "https:",
        "https:///x",
        "https://a b.example/",
        "https://u:p@a.example/",
        "https://a.example:0/",
        "https://a.example:65536/",
        "https://a.example/|",
        "https://a_b.example/",
        "https://?"
      })
  void refuses_other_urls_and_tells_the_line(String url) {
    assertThatThrownBy(() -> UrlList.parse(string("https://a.example/\\n\\n" + url)))
        .isInstanceOf(InvalidValueException.class)
        .hasMessageContaining("line 3 is no http or https URL");
  }

  @Test
  void refuses_long_urls_and_tells_at_most_twenty_lines() {
    assertThatThrownBy(() -> UrlList.parse(string("https://a.example/" + "x".repeat(2031))))
        .isInstanceOf(InvalidValueException.class);
    assertThatThrownBy(() -> UrlList.parse(string("no\\n".repeat(1000))))
        .isInstanceOfSatisfying(
            InvalidValueException.class, refusal -> assertThat(refusal.problems()).hasSize(20));
  }

  private static JsonValue string(String text) {
    return JsonReader.read('"' + text + '"');
  }
}
