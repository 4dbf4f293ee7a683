package io.trafficgen.application.port;

/** Sends mails. */
public interface Mailer {
  /**
   * Hands a mail over, which may take seconds. One that cannot be delivered is logged and lost:
   * whoever waits for it asks again.
   */
  void send(Mail mail);
}
