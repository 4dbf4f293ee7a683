package io.trafficgen.application.account;

import io.trafficgen.domain.account.Email;

/** Mails a link to who forgot the password; tells nothing to who asks. */
public final class RequestPasswordReset {
  private final AccountMails mails;

  public RequestPasswordReset(AccountMails mails) {
    this.mails = mails;
  }

  public void request(Email email) {
    mails.resetPassword(email);
  }
}
