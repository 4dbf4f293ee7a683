package io.trafficgen.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.trafficgen.domain.account.Password;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommonPasswordsTest {
  private final CommonPasswords common = CommonPasswords.standard();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "123456789012",
        "Password1234",
        "QWERTYUIOP123",
        "1q2w3e4r5t6y",
        "Correct Horse Battery Staple"
      })
  void knows_what_is_tried_first_in_any_case(String password) {
    assertThat(common.test(Password.parse(password))).isTrue();
  }

  @Test
  void leaves_the_others_alone() {
    assertThat(common.test(Password.parse("a kettle sings on the windowsill"))).isFalse();
    assertThat(common.test(Password.parse("# The most common"))).isFalse();
  }
}
