package io.trafficgen.web.mail;

import io.trafficgen.application.port.Mail;
import io.trafficgen.application.port.Mailer;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes mails into the log, secrets and all: for whoever runs the server for a look, before a mail
 * server is named. Every line of a mail is indented, so that none can pass for one of the log.
 */
public final class ConsoleMailer implements Mailer {
  private static final Logger LOG = LoggerFactory.getLogger(ConsoleMailer.class);

  @Override
  public void send(Mail mail) {
    LOG.info(
        "mail to {}: {}\n{}",
        Printable.line(mail.to().value()),
        Printable.line(mail.subject()),
        mail.text()
            .lines()
            .map(line -> "    " + Printable.line(line))
            .collect(Collectors.joining("\n")));
  }
}
