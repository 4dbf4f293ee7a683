package io.trafficgen.application.fake;

import io.trafficgen.application.port.Mail;
import io.trafficgen.application.port.Mailer;
import io.trafficgen.domain.account.Email;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;

/** Keeps mails instead of sending them. */
public final class RecordingMailer implements Mailer {
  /** An opaque token on a line of its own. */
  private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{43}");

  private final List<Mail> mails = new CopyOnWriteArrayList<>();

  @Override
  public void send(Mail mail) {
    mails.add(mail);
  }

  /** All mails so far, the oldest first. */
  public List<Mail> mails() {
    return List.copyOf(mails);
  }

  /** The token in the last mail to {@code to} that has one. */
  public String token(Email to) {
    return mails.reversed().stream()
        .filter(mail -> mail.to().equals(to))
        .flatMap(mail -> mail.text().lines().filter(TOKEN.asMatchPredicate()))
        .findFirst()
        .orElseThrow();
  }
}
