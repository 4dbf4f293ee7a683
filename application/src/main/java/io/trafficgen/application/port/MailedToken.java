package io.trafficgen.application.port;

import io.trafficgen.domain.account.AccountId;
import io.trafficgen.domain.account.Email;
import java.time.Instant;

/**
 * A one-use secret on its way by mail.
 *
 * @param hash of the secret
 * @param email where it is sent to; worth nothing once the account has another
 */
public record MailedToken(
    String hash, Purpose purpose, AccountId account, Email email, Instant expiresAt) {
  /** What whoever reads the mail may do. */
  public enum Purpose {
    CONFIRM_EMAIL,
    RESET_PASSWORD
  }
}
