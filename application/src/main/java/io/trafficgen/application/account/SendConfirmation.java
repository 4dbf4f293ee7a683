package io.trafficgen.application.account;

import io.trafficgen.domain.account.Account;

/** Mails the link that confirms an e-mail once more. */
public final class SendConfirmation {
  private final AccountMails mails;

  public SendConfirmation(AccountMails mails) {
    this.mails = mails;
  }

  /**
   * Does nothing if the e-mail is confirmed.
   *
   * @throws io.trafficgen.application.TooManyAttemptsException if it was asked too often
   */
  public void send(Account account) {
    if (!account.hasConfirmedEmail()) {
      mails.admit(account);
      mails.confirmEmail(account);
    }
  }
}
