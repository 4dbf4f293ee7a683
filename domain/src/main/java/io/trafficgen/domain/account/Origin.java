package io.trafficgen.domain.account;

import java.util.Optional;

/**
 * How an account came to us; set at sign-up, never changed.
 *
 * @param referredBy who brought it
 * @param doubt why the referrer's commission is held at first: signs that both are one person
 *     (billing page, 3.4)
 * @param visitor where it signed up from; empty where that tells nothing
 */
public record Origin(
    Optional<AccountId> referredBy, Optional<String> doubt, Optional<VisitorMark> visitor) {
  /** Brought by nobody. */
  public static Origin unreferred() {
    return new Origin(Optional.empty(), Optional.empty(), Optional.empty());
  }

  /**
   * The origin of a fresh account.
   *
   * @param email of the account
   */
  public static Origin of(Optional<Account> referrer, Email email, Optional<VisitorMark> visitor) {
    return new Origin(
        referrer.map(Account::id), referrer.flatMap(by -> doubt(by, email, visitor)), visitor);
  }

  private static Optional<String> doubt(
      Account referrer, Email email, Optional<VisitorMark> visitor) {
    if (referrer.email().mailbox().equals(email.mailbox())) {
      return Optional.of("referrer and referred share a mailbox");
    }
    if (visitor.isPresent() && visitor.equals(referrer.origin().visitor())) {
      return Optional.of("referrer and referred signed up from one address");
    }
    return Optional.empty();
  }
}
