package io.trafficgen.web.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.trafficgen.domain.InvalidValueException;
import io.trafficgen.domain.account.Email;
import io.trafficgen.web.mail.SmtpAddress.Login;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SmtpAddressTest {
  @Test
  void reads_every_part() {
    assertThat(SmtpAddress.parse("smtps://u%40x:p%2F%3A+@mail.example:2465?from=a%40b.example"))
        .isEqualTo(
            new SmtpAddress(
                "mail.example",
                2465,
                true,
                Optional.of(new Login("u@x", "p/:+")),
                Optional.of(new Email("a@b.example"))));
  }

  @Test
  void knows_the_ports_of_submission() {
    assertThat(SmtpAddress.parse("smtp://mail.example").port()).isEqualTo(587);
    assertThat(SmtpAddress.parse("SMTPS://mail.example/").port()).isEqualTo(465);
    assertThat(SmtpAddress.parse("smtp://mail.example").login()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mail.example",
        "http://user:hush@mail.example",
        "smtp://",
        "smtp://hush@mail.example",
        "smtp://user:hush%zz@mail.example",
        "smtp://user:hu sh@mail.example",
        "smtp://user:hush@mail.example/inbox",
        "smtp://user:hush@mail.example?to=a@b.example",
        "smtp://user:hush@mail.example?from=nobody"
      })
  void refuses_the_rest_without_showing_it(String text) {
    assertThatThrownBy(() -> SmtpAddress.parse(text))
        .isInstanceOf(InvalidValueException.class)
        .hasMessageNotContaining("hush");
  }

  @Test
  void keeps_its_password_to_itself() {
    assertThat(SmtpAddress.parse("smtp://user:hush@mail.example").toString())
        .doesNotContain("hush");
  }
}
