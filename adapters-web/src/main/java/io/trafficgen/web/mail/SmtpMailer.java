package io.trafficgen.web.mail;

import io.trafficgen.application.port.Mail;
import io.trafficgen.application.port.Mailer;
import io.trafficgen.domain.account.Email;
import jakarta.mail.Authenticator;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Date;
import java.util.Optional;
import java.util.Properties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hands mails to a mail server (RFC 5321, RFC 6409); each try has ten seconds a step. */
public final class SmtpMailer implements Mailer {
  private static final Logger LOG = LoggerFactory.getLogger(SmtpMailer.class);
  private static final String PATIENCE = Long.toString(Duration.ofSeconds(10).toMillis());
  private static final String UTF_8 = StandardCharsets.UTF_8.name();

  private final Session session;
  private final String from;
  private final InstantSource clock;

  /**
   * @param sender where the address of the server names none
   */
  public SmtpMailer(SmtpAddress server, Email sender, InstantSource clock) {
    this.from = server.from().orElse(sender).value();
    this.session = Session.getInstance(properties(server, from), authenticator(server.login()));
    this.clock = clock;
  }

  @Override
  public void send(Mail mail) {
    try {
      MimeMessage message = new MimeMessage(session);
      message.setFrom(new InternetAddress(from, true));
      message.setRecipient(RecipientType.TO, new InternetAddress(mail.to().value(), true));
      message.setSubject(mail.subject(), UTF_8);
      message.setText(mail.text(), UTF_8);
      message.setSentDate(Date.from(clock.instant()));
      // Robots that answer mails should leave this one alone (RFC 3834).
      message.setHeader("Auto-Submitted", "auto-generated");
      Transport.send(message);
    } catch (MessagingException e) {
      LOG.warn(
          "a mail to {} could not be handed over: {}",
          Printable.line(mail.to().value()),
          Printable.line(e.toString()));
    }
  }

  private static Properties properties(SmtpAddress server, String from) {
    Properties properties = new Properties();
    properties.put("mail.transport.protocol", "smtp");
    properties.put("mail.smtp.host", server.host());
    properties.put("mail.smtp.port", Integer.toString(server.port()));
    properties.put("mail.smtp.ssl.enable", Boolean.toString(server.tls()));
    properties.put("mail.smtp.ssl.checkserveridentity", "true");
    properties.put("mail.smtp.starttls.enable", "true");
    properties.put(
        "mail.smtp.starttls.required",
        Boolean.toString(!server.tls() && server.login().isPresent() && !server.isLocal()));
    properties.put("mail.smtp.auth", Boolean.toString(server.login().isPresent()));
    properties.put("mail.smtp.connectiontimeout", PATIENCE);
    properties.put("mail.smtp.timeout", PATIENCE);
    properties.put("mail.smtp.writetimeout", PATIENCE);
    // Else identifiers of messages and the greeting would name this machine and its user.
    properties.put("mail.from", from);
    properties.put("mail.smtp.localhost", from.substring(from.indexOf('@') + 1));
    return properties;
  }

  private static Authenticator authenticator(Optional<SmtpAddress.Login> login) {
    return new Authenticator() {
      @Override
      protected PasswordAuthentication getPasswordAuthentication() {
        SmtpAddress.Login known = login.orElseThrow();
        return new PasswordAuthentication(known.user(), known.password());
      }
    };
  }
}
