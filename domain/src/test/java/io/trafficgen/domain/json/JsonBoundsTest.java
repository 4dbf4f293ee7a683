package io.trafficgen.domain.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import io.trafficgen.domain.InvalidValueException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonBoundsTest {
  private static final String DIGITS_128 = "9".repeat(128);

  @Test
  void reads_64_levels_and_no_more() {
    assertThat(JsonReader.read(nested(64)).source()).isEqualTo(nested(64));
    assertThatThrownBy(() -> JsonReader.read(nested(65)))
        .isInstanceOf(InvalidValueException.class)
        .hasMessageStartingWith("/0".repeat(64) + ": nests too deep");
    JsonReader.read("[" + (nested(63) + ",").repeat(9) + "1]");
  }

  @Test
  void reads_settings_of_64_levels_in_their_envelope() {
    byte[] body = ("{\"settings\":" + nested(64) + "}").getBytes(StandardCharsets.UTF_8);
    assertThat(JsonReader.readEnvelope(body).source()).contains(nested(64));
    assertThatThrownBy(() -> JsonReader.read(body)).isInstanceOf(InvalidValueException.class);
  }

  @Test
  void refuses_a_very_deep_nest_without_exhausting_the_stack() {
    assertThatThrownBy(() -> JsonReader.read("[".repeat(1_000_000)))
        .isInstanceOf(InvalidValueException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1e400", "1E-400", "-9.99e+400", "0e-400", "1e0000000000400", "12e399"})
  void reads_exponents_up_to_400(String number) {
    assertThat(JsonReader.read(number).source()).isEqualTo(number);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"1e401", "1e-401", "0e401", "12e400", "0.1e-400", "1e2147483648", "1e99999999999"})
  void refuses_exponents_beyond_400_as_written_or_in_effect(String number) {
    assertThatThrownBy(() -> JsonReader.read("[" + number + "]"))
        .isInstanceOf(InvalidValueException.class)
        .hasMessageContaining("/0: is a number with an exponent beyond");
  }

  @Test
  void reads_numbers_of_128_characters_and_no_more() {
    assertThat(JsonReader.read(DIGITS_128).source()).isEqualTo(DIGITS_128);
    assertThatThrownBy(() -> JsonReader.read(DIGITS_128 + "9"))
        .isInstanceOf(InvalidValueException.class)
        .hasMessageContaining("more than 128 characters");
  }

  @Test
  void reads_256_kilobytes_fast_whatever_they_hold() {
    int size = 256 * 1024;
    for (String text :
        new String[] {
          "[" + "1,".repeat(size / 2 - 1) + "1]",
          "[" + "1e2,".repeat(size / 4 - 1) + "1]",
          "[" + "{},".repeat(size / 3 - 1) + "1]",
          "\"" + "\\u00e4".repeat(size / 6) + "\"",
          "{\"" + "k".repeat(size / 2) + "\":" + "[".repeat(63) + "1" + "]".repeat(63) + "}",
        }) {
      assertTimeout(Duration.ofSeconds(2), () -> JsonReader.read(text));
    }
  }

  private static String nested(int depth) {
    return "[".repeat(depth) + "]".repeat(depth);
  }
}
