package io.trafficgen.application.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.trafficgen.application.port.Mail;
import io.trafficgen.application.port.Mailer;
import io.trafficgen.domain.account.Email;
import org.junit.jupiter.api.Test;

/** What every {@link Mailer} keeps. */
public interface MailerContract {
  Mailer mailer();

  /** The next mail that its reader has got, as text; waits for it if it must. */
  String delivered() throws Exception;

  @Test
  default void delivers_what_it_was_given_to_whom_it_is_for() throws Exception {
    mailer().send(new Mail(Email.parse("owner@shop.example"), "Your token", "Here it is:\nabc\n"));

    assertThat(delivered())
        .contains("owner@shop.example", "Your token", "Here it is:")
        .containsPattern("(?m)^\\s*abc$");
  }
}
