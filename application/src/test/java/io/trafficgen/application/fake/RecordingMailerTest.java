package io.trafficgen.application.fake;

import io.trafficgen.application.contract.MailerContract;
import io.trafficgen.application.port.Mail;

class RecordingMailerTest implements MailerContract {
  private final RecordingMailer mailer = new RecordingMailer();

  @Override
  public RecordingMailer mailer() {
    return mailer;
  }

  @Override
  public String delivered() {
    Mail mail = mailer.mails().getLast();
    return mail.to() + "\n" + mail.subject() + "\n" + mail.text();
  }
}
