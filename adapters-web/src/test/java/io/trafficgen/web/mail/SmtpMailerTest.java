package io.trafficgen.web.mail;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.spi.ILoggingEvent;
import io.trafficgen.application.port.Mail;
import io.trafficgen.domain.account.Email;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class SmtpMailerTest {
  private static final Mail MAIL =
      new Mail(
          Email.parse("owner@shop.example"),
          "Grüße",
          """
          Your token:
          abc
          .
          Bye
          """);

  private static SmtpMailer mailer(String url) {
    return new SmtpMailer(
        SmtpAddress.parse(url),
        Email.parse("trafficgen@traffic.example"),
        InstantSource.fixed(Instant.parse("2026-11-22T18:30:00Z")));
  }

  @Test
  void hands_a_mail_over_and_signs_in_first() throws Exception {
    try (TestMailServer server = new TestMailServer(true)) {
      mailer("smtp://us%40er:pass%3Aword@127.0.0.1:" + server.port()).send(MAIL);
      TestMailServer.Delivery delivery = server.deliveries.poll(10, TimeUnit.SECONDS);
      String login =
          Base64.getEncoder()
              .encodeToString("us@er\0us@er\0pass:word".getBytes(StandardCharsets.UTF_8));
      assertThat(delivery.commands())
          .containsSequence("EHLO traffic.example", "AUTH PLAIN " + login)
          .contains("MAIL FROM:<trafficgen@traffic.example>", "RCPT TO:<owner@shop.example>");
      assertThat(delivery.text())
          .contains(
              "From: trafficgen@traffic.example",
              "To: owner@shop.example",
              "Subject: =?UTF-8?Q?Gr=C3=BC=C3=9Fe?=",
              "Auto-Submitted: auto-generated",
              "Your token:\nabc\n..\nBye")
          .containsPattern("Date: Sun, 22 Nov 2026 ");
    }
  }

  @Test
  void names_the_sender_that_the_address_names() throws Exception {
    try (TestMailServer server = new TestMailServer(true)) {
      mailer("smtp://127.0.0.1:" + server.port() + "?from=hello@shop.example").send(MAIL);
      TestMailServer.Delivery delivery = server.deliveries.poll(10, TimeUnit.SECONDS);
      assertThat(delivery.commands())
          .contains("MAIL FROM:<hello@shop.example>")
          .noneMatch(command -> command.startsWith("AUTH"));
    }
  }

  @Test
  void a_mail_that_cannot_be_handed_over_is_logged_without_secrets() throws IOException {
    try (TestMailServer server = new TestMailServer(false);
        LogLines log = LogLines.of(SmtpMailer.class)) {
      mailer("smtp://user:hush@127.0.0.1:" + server.port()).send(MAIL);
      assertThat(server.deliveries).isEmpty();
      List<String> lines = log.lines().stream().map(ILoggingEvent::getFormattedMessage).toList();
      assertThat(lines).hasSize(1);
      assertThat(lines.get(0)).contains("owner@shop.example").doesNotContain("hush", "abc", "\n");
    }
  }

  @Test
  void a_server_that_is_away_harms_nobody() throws IOException {
    int port;
    try (TestMailServer server = new TestMailServer(true)) {
      port = server.port();
    }
    try (LogLines log = LogLines.of(SmtpMailer.class)) {
      mailer("smtp://127.0.0.1:" + port).send(MAIL);
      assertThat(log.lines()).hasSize(1);
    }
  }
}
