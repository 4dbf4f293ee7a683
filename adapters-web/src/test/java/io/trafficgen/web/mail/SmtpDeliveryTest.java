package io.trafficgen.web.mail;

import io.trafficgen.application.contract.MailerContract;
import io.trafficgen.domain.account.Email;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class SmtpDeliveryTest implements MailerContract {
  private TestMailServer server;

  @BeforeEach
  void open() throws IOException {
    server = new TestMailServer(true);
  }

  @AfterEach
  void close() {
    server.close();
  }

  @Override
  public SmtpMailer mailer() {
    return new SmtpMailer(
        SmtpAddress.parse("smtp://127.0.0.1:" + server.port()),
        Email.parse("trafficgen@traffic.example"),
        InstantSource.fixed(Instant.parse("2026-11-22T18:30:00Z")));
  }

  @Override
  public String delivered() throws InterruptedException {
    return server.deliveries.poll(10, TimeUnit.SECONDS).text();
  }
}
