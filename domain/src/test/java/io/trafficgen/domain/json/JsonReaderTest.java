package io.trafficgen.domain.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.trafficgen.domain.InvalidValueException;
import io.trafficgen.domain.Problem;
import io.trafficgen.domain.json.JsonValue.JsonArray;
import io.trafficgen.domain.json.JsonValue.JsonNumber;
import io.trafficgen.domain.json.JsonValue.JsonObject;
import io.trafficgen.domain.json.JsonValue.JsonString;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonReaderTest {

  @Test
  void reads_every_kind_of_value_in_the_order_of_the_source() {
    JsonObject value =
        (JsonObject) JsonReader.read(" {\"z\":[1,true,null],\"a\":{\"b\":\"c\"},\"\":false} ");
    assertThat(value.members().keySet()).containsExactly("z", "a", "");
    assertThat(value.members().values())
        .extracting(JsonValue::source)
        .containsExactly("[1,true,null]", "{\"b\":\"c\"}", "false");
    assertThat(value.member("missing")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"z\":1,\"a\":2,\"m\":3}",
        "1e2",
        "1.10",
        "123456789012345678901234567890",
        "\"😀 ü\"",
        "\"\\u0000\"",
        "\"\\/\\ud83d\"",
        "{\"a\":{\"b\":[null,{\"c\":null}]}}",
        "{ \"unknownKey\" :\t[ ] }"
      })
  void keeps_the_source_to_the_byte(String settings) {
    String body = "\n{\"name\" : \"x\", \"settings\" :\t" + settings + "\r\n, \"start\":false}";
    JsonObject read = (JsonObject) JsonReader.read(body.getBytes(StandardCharsets.UTF_8));
    assertThat(read.member("settings").orElseThrow().source()).isEqualTo(settings);
    assertThat(JsonReader.read(" " + settings + " ").source()).isEqualTo(settings);
  }

  @Test
  void keeps_numbers_as_text_and_knows_their_exact_value() {
    JsonArray numbers = (JsonArray) JsonReader.read("[1e2,1.10,-0,123456789012345678901234567890]");
    assertThat(numbers.elements())
        .extracting(number -> ((JsonNumber) number).decimal().toPlainString())
        .containsExactly("100", "1.10", "0", "123456789012345678901234567890");
  }

  @Test
  void unescapes_strings() {
    JsonString string =
        (JsonString) JsonReader.read("\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00E4\\uD83D\\ude00\\u0000\"");
    assertThat(string.value()).isEqualTo("\"\\/\b\f\n\r\tä😀\0");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"a\":1,\"a\":2}                | /a      | stands twice",
        "{\"a\":1,\"\\u0061\":2}          | /a      | stands twice",
        "{\"s\":{\"x/y~\":1,\"x/y~\":2}}  | /s/x~1y~0 | stands twice",
        "{\"a\":[0,NaN]}                  | /a/1    | has 'N' where a value",
        "{\"a\":{\"b\":tru}}              | /a/b    | where a value is expected",
        "{\"a\":1} x                      | ``      | where the end is expected",
        "{\"a\":1,}                       | ``      | where a member name is expected",
        "{\"a\" 1}                        | /a      | where ':' is expected",
        "[1 2]                            | ``      | where ',' or ']' is expected",
        "[\"a\\x\"]                       | /0      | unknown escape",
        "[\"a]                            | /0      | string that does not end",
        "[1,                              | /1      | ends where a value is expected",
        "[1.]                             | ``      | has '.' where ',' or ']'",
        "[-]                              | /0      | where a digit is expected",
        "{\"a\":[1e401]}                  | /a/0    | exponent beyond",
        "[\u0661]                         | /0      | has U+0661 where a value",
        "{\"\\ud83d\":{\"😀\":x}}        | /\uFFFD/😀 | has 'x' where a value",
      })
  void points_at_what_it_refuses(String text, String pointer, String reason) {
    Problem problem = refusal(text.getBytes(StandardCharsets.UTF_8));
    assertThat(problem.pointer()).isEqualTo(pointer);
    assertThat(problem.reason()).contains(reason);
  }

  @Test
  void tells_line_and_column() {
    assertThat(refusal("{\n \"a\": x}".getBytes(StandardCharsets.UTF_8)).reason())
        .endsWith("(line 2, column 7)");
  }

  @ParameterizedTest
  @CsvSource({
    "22ff22, 1", // no such byte
    "22c0af22, 1", // overlong
    "22eda08022, 1", // a surrogate
    "22f490808022, 1", // beyond U+10FFFF
    "22e282, 1", // cut off
  })
  void refuses_bad_utf8(String hex, int at) {
    Problem problem = refusal(HexFormat.of().parseHex(hex));
    assertThat(problem.pointer()).isEmpty();
    assertThat(problem.reason()).isEqualTo("is not UTF-8 at byte " + at);
  }

  @Test
  void refuses_a_byte_order_mark() {
    assertThat(refusal("\uFEFF{}".getBytes(StandardCharsets.UTF_8)).reason())
        .startsWith("starts with a byte order mark");
  }

  @Test
  void refuses_half_a_surrogate_pair_that_is_not_escaped() {
    for (String text : new String[] {"\"\ud83d\"", "\"\ude00\"", "\"\ud83d"}) {
      InvalidValueException refusal =
          catchThrowableOfType(InvalidValueException.class, () -> JsonReader.read(text));
      assertThat(refusal).hasMessageContaining("half a surrogate pair");
    }
  }

  static Problem refusal(byte[] utf8) {
    InvalidValueException refusal =
        catchThrowableOfType(InvalidValueException.class, () -> JsonReader.read(utf8));
    assertThat(refusal.problems()).hasSize(1);
    return refusal.problems().getFirst();
  }
}
