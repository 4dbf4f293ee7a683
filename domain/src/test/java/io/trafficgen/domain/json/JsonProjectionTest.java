package io.trafficgen.domain.json;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonProjectionTest {

  @ParameterizedTest
  @CsvSource({
    "\\u0000, \\ufffd",
    "a\\u0000b\\u0000, a\\ufffdb\\ufffd",
    "\\ud83d, \\ufffd",
    "\\ude00, \\ufffd",
    "\\ude00\\ud83d, \\ufffd\\ufffd",
    "\\uD83D\\uD83D\\uDE00, \\ufffd\\uD83D\\uDE00",
    "\\ud83d\\n, \\ufffd\\n",
    "\\ud83d\\\\ude00, \\ufffd\\\\ude00",
    "\\\\\\u0000, \\\\\\ufffd",
  })
  void replaces_what_jsonb_cannot_hold(String string, String projected) {
    JsonValue value = JsonReader.read(" {\"" + string + "\" : [\"" + string + "\"]}");
    assertThat(JsonProjection.of(value))
        .isEqualTo("{\"" + projected + "\" : [\"" + projected + "\"]}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{ \"b\" : 1e2,\n\"a\":1.10 }",
        "\"\\\\u0000\"",
        "\"\\ud83d\\ude00 😀 \\n\\u0001\"",
        "123456789012345678901234567890"
      })
  void leaves_everything_else_as_it_is(String text) {
    assertThat(JsonProjection.of(JsonReader.read(text))).isEqualTo(text);
  }
}
