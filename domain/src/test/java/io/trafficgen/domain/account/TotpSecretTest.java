package io.trafficgen.domain.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpSecretTest {
  /** RFC 6238, appendix B, SHA-1; of its eight digits we use the last six. */
  private static final TotpSecret VECTORS =
      new TotpSecret("12345678901234567890".getBytes(StandardCharsets.US_ASCII));

  private static final Instant NOW = Instant.ofEpochSecond(1_111_111_111);
  private static final long STEP = 1_111_111_111 / 30;

  @ParameterizedTest
  @CsvSource({
    "59, 287082",
    "1111111109, 081804",
    "1111111111, 050471",
    "1234567890, 005924",
    "2000000000, 279037",
    "20000000000, 353130"
  })
  void gives_the_codes_of_rfc_6238(long second, String code) {
    assertThat(VECTORS.code(Instant.ofEpochSecond(second))).isEqualTo(code);
  }

  @Test
  void takes_a_code_of_the_step_before_and_after_and_no_further() {
    for (int around = -1; around <= 1; around++) {
      String code = VECTORS.code(NOW.plusSeconds(30L * around));
      assertThat(VECTORS.match(code, NOW, 0)).isEqualTo(OptionalLong.of(STEP + around));
    }
    assertThat(VECTORS.match(VECTORS.code(NOW.minusSeconds(60)), NOW, 0)).isEmpty();
    assertThat(VECTORS.match(VECTORS.code(NOW.plusSeconds(60)), NOW, 0)).isEmpty();
    assertThat(VECTORS.match("", NOW, 0)).isEmpty();
    assertThat(VECTORS.match("50471", NOW, 0)).isEmpty();
  }

  @Test
  void takes_no_code_of_a_step_that_was_used_or_lies_before_it() {
    String code = VECTORS.code(NOW);
    assertThat(VECTORS.match(code, NOW, STEP - 1)).isEqualTo(OptionalLong.of(STEP));
    assertThat(VECTORS.match(code, NOW, STEP)).isEmpty();
    assertThat(VECTORS.match(VECTORS.code(NOW.minusSeconds(30)), NOW, STEP)).isEmpty();
  }

  @Test
  void is_written_in_base_32_as_rfc_4648_does() {
    assertThat(VECTORS.text()).isEqualTo("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
    assertThat(new TotpSecret("foob".getBytes(StandardCharsets.US_ASCII)).text())
        .isEqualTo("MZXW6YQ");
    assertThat(TotpSecret.random(new Random(1)).text()).matches("[A-Z2-7]{32}");
  }

  @Test
  void makes_an_address_that_authenticator_apps_read() {
    assertThat(VECTORS.uri(Email.parse("o{w}n?er%é@shop.example")))
        .isEqualTo(
            "otpauth://totp/TrafficGen:o%7Bw%7Dn%3Fer%25%C3%A9@shop.example"
                + "?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"
                + "&issuer=TrafficGen&algorithm=SHA1&digits=6&period=30");
  }
}
