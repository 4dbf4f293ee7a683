package io.trafficgen.web.mail;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import io.trafficgen.application.port.Mail;
import io.trafficgen.domain.account.Email;
import org.junit.jupiter.api.Test;

class ConsoleMailerTest {
  @Test
  void writes_one_mail_readably_and_none_of_its_lines_passes_for_one_of_the_log() {
    try (LogLines log = LogLines.of(ConsoleMailer.class)) {
      new ConsoleMailer()
          .send(
              new Mail(
                  new Email("a\r\nb@shop.example"),
                  "Hello\nWARN forged",
                  "first\nWARN \u001b[31mforged\u2028\nlast\n"));

      assertThat(log.lines()).hasSize(1);
      ILoggingEvent line = log.lines().get(0);
      assertThat(line.getLevel()).isEqualTo(Level.INFO);
      assertThat(line.getFormattedMessage())
          .isEqualTo(
              "mail to a b@shop.example: Hello WARN forged\n"
                  + "    first\n    WARN  [31mforged \n    last");
    }
  }
}
