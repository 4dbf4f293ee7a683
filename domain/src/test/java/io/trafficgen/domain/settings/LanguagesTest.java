package io.trafficgen.domain.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.trafficgen.domain.InvalidValueException;
import io.trafficgen.domain.json.JsonReader;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LanguagesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"German\" | de",
        "\"en-us\" | en-US",
        "\"de-AT, english\" | de-AT,en;q=0.9",
        "[\"fr\", \"German\", \"fr\"] | fr,de;q=0.9",
        "[] | en",
        "[\"aa\",\"bb\",\"cc\",\"dd\",\"ee\",\"ff\",\"gg\",\"hh\",\"ii\",\"jj\",\"kk\",\"ll\"] | "
            + "aa,bb;q=0.9,cc;q=0.8,dd;q=0.7,ee;q=0.6,ff;q=0.5,gg;q=0.4,hh;q=0.3,ii;q=0.2,"
            + "jj;q=0.1",
      })
  void makes_accept_language(String json, String header) {
    assertThat(Languages.acceptLanguage(Languages.parse(JsonReader.read(json)).stream()))
        .isEqualTo(header);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"Klingonese\"",
        "\"foobar\"",
        "\"de;q=1\"",
        "1",
        "[1]",
        "\"de,\"",
        "\"de-x-aaaaaaaa-aaaaaaaa-aaaaaaaa-aaaa\"",
        "{}"
      })
  void refuses_other_languages(String json) {
    assertThatThrownBy(() -> Languages.parse(JsonReader.read(json)))
        .isInstanceOf(InvalidValueException.class);
  }
}
