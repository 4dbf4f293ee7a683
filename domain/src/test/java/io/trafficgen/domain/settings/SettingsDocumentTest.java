package io.trafficgen.domain.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.trafficgen.domain.InvalidValueException;
import io.trafficgen.domain.json.JsonReader;
import io.trafficgen.domain.json.JsonValue.JsonObject;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsDocumentTest {
  private static final String ODD =
      """
      {"z" : 1e2,"timeOnPage":"3 minutes", "price":1.10,
      \t"id":123456789012345678901234567890,"emoji":"😀\\ud83d\\ude00",
       "nul":"\\u0000","half":"\\ud83d", "a":{"b":[null,{"c":null}]},"someNewField":[ ] }\
      """;

  @Test
  void keeps_the_text_that_stands_in_a_body() {
    byte[] body = ("{\"name\":\"n\",\"settings\": " + ODD + " }").getBytes(StandardCharsets.UTF_8);
    JsonObject read = (JsonObject) JsonReader.readEnvelope(body);
    SettingsDocument document = SettingsDocument.of(read.member("settings").orElseThrow());
    assertThat(document.text()).isEqualTo(ODD);
    assertThat(document).isEqualTo(SettingsDocument.parse(ODD));
  }

  @ParameterizedTest
  @ValueSource(strings = {ODD, "{}", " {}\n", "\r\n{\"a\" : 1}\t "})
  void keeps_a_whole_body_with_the_blanks_around_it(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    assertThat(SettingsDocument.parse(bytes).text().getBytes(StandardCharsets.UTF_8))
        .isEqualTo(bytes);
    assertThat(SettingsDocument.parse(text)).hasSameHashCodeAs(SettingsDocument.parse(bytes));
  }

  @Test
  void projects_what_jsonb_cannot_hold() {
    assertThat(SettingsDocument.parse(ODD).projection())
        .isEqualTo(ODD.replace("\\u0000", "\\ufffd").replace("\"\\ud83d\"", "\"\\ufffd\""));
  }

  @Test
  void tags_the_text_with_its_sha_256() {
    // printf '{}' | sha256sum
    assertThat(SettingsDocument.parse("{}").etag())
        .isEqualTo("44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a");
    assertThat(SettingsDocument.parse("{ }").etag()).startsWith("257c1be96ae69f4b01c2c69bdb6d7860");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "null", "\"{}\"", "1", "true"})
  void refuses_what_is_no_object(String text) {
    assertThatThrownBy(() -> SettingsDocument.parse(text))
        .isInstanceOf(InvalidValueException.class)
        .hasMessage(": must be an object");
    assertThatThrownBy(() -> SettingsDocument.of(JsonReader.read(text)))
        .isInstanceOf(InvalidValueException.class);
  }

  @Test
  void takes_256_kilobytes_of_utf8_and_no_more() {
    String full = "{\"a\":\"" + "ü".repeat((SettingsDocument.MAX_BYTES - 8) / 2) + "\"}";
    assertThat(SettingsDocument.parse(full).text()).isEqualTo(full);
    String more = full.replace("}", " }");
    for (Runnable parse :
        new Runnable[] {
          () -> SettingsDocument.parse(more),
          () -> SettingsDocument.parse(more.getBytes(StandardCharsets.UTF_8)),
          () -> SettingsDocument.of(JsonReader.read(more)),
          () -> SettingsDocument.parse("{" + " ".repeat(SettingsDocument.MAX_BYTES) + "}")
        }) {
      assertThatThrownBy(parse::run)
          .isInstanceOf(InvalidValueException.class)
          .hasMessage(": is larger than 256 KB");
    }
  }
}
