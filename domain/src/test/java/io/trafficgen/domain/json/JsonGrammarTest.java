package io.trafficgen.domain.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.trafficgen.domain.InvalidValueException;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What RFC 8259 takes and what it does not, by section. */
class JsonGrammarTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "true",
        "false",
        "0",
        "-0",
        "\"\"",
        "[]",
        "{}",
        " \t\r\n[ \n] ", // 2, 3
        "{\"a\":{},\"b\":[]}",
        "{\"a\":1,\"A\":2}",
        "[[],{},\"\",0,null]", // 4, 5
        "10",
        "-1",
        "1.5",
        "0.0",
        "1e5",
        "1E+5",
        "1e-5",
        "0e0",
        "-0.0e-0",
        "1.23456789e10", // 6
        "\"\\u0022\"",
        "\"\\\\u0000\"",
        "\"\u007f\"",
        "\"\u2028\"",
        "\"\ufeff\"",
        "\"\\uDEAD\"", // 7
      })
  void takes(String text) {
    assertThat(JsonReader.read(text).source()).isEqualTo(text.strip());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "\n",
        "nul",
        "nulll",
        "Null",
        "True",
        "undefined",
        "a",
        "#",
        "/**/1",
        "1//", // 2, 3
        "\f1",
        "\u00a01",
        "\u20281",
        "1 2",
        "{}{}",
        "[],",
        "]",
        "}",
        ",",
        ":",
        "\0", // 2
        "{",
        "{\"a\"",
        "{\"a\":",
        "{\"a\":1",
        "{\"a\":1,",
        "{a:1}",
        "{'a':1}",
        "{1:1}", // 4
        "{\"a\":}",
        "{\"a\",1}",
        "{\"a\":1 \"b\":2}",
        "{,}",
        "{\"a\":1,,\"b\":2}",
        "{\"a\":1]",
        "[",
        "[1",
        "[1,",
        "[,]",
        "[,1]",
        "[1,,2]",
        "[1,]",
        "[1}",
        "[1;2]", // 5
        "+1",
        "--1",
        "- 1",
        "01",
        "-01",
        "00",
        ".5",
        "1.",
        "-.5",
        "1.e5",
        "1e",
        "1e+",
        "1e1.5", // 6
        "1_000",
        "0x10",
        "1f",
        "NaN",
        "Infinity",
        "-Infinity",
        "\u0661",
        "1\u0661",
        "\uff11", // 6
        "\"",
        "\"a",
        "'a'",
        "\"\\\"",
        "\"\\",
        "\"\\a\"",
        "\"\\x41\"",
        "\"\\0\"",
        "\"\\U0041\"", // 7
        "\"\\u\"",
        "\"\\u00\"",
        "\"\\u00g0\"",
        "\"\\u+041\"",
        "\"\\u\u0010\u0010\u0010\u0010\"",
        "\"\\u\u0661\u0661\u0661\u0661\"",
        "\"\t\"",
        "\"\n\"",
        "\"\u0000\"",
        "\"\u001f\"",
        "\"\\\n\"",
      })
  void refuses(String text) {
    assertThatThrownBy(() -> JsonReader.read(text)).isInstanceOf(InvalidValueException.class);
  }

  @Test
  void takes_or_refuses_any_damaged_text_and_never_fails_otherwise() {
    String whole = "{\"a\":[1,-2.5e3,true,null,\"\\ud83d\\ude00\\n\"],\"b\":{\"c\":\"ü😀\"}}";
    String spice = "{}[]\",:\\0e.-+ tfnu\u0000\ud83d";
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(8259);
    for (int i = 0; i < 20_000; i++) {
      StringBuilder damaged = new StringBuilder(whole);
      for (int edits = random.nextInt(1, 4); edits > 0; edits--) {
        damaged.setCharAt(
            random.nextInt(damaged.length()), spice.charAt(random.nextInt(spice.length())));
      }
      damaged.setLength(random.nextInt(2) == 0 ? damaged.length() : random.nextInt(whole.length()));
      try {
        assertThat(JsonReader.read(damaged.toString()).source())
            .isEqualTo(damaged.toString().strip());
      } catch (InvalidValueException refusal) {
        assertThat(refusal.problems()).hasSize(1);
      }
    }
  }
}
