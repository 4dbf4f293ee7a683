package io.trafficgen.domain.account;

import io.trafficgen.domain.money.Money;
import java.time.Instant;
import java.util.Optional;

/**
 * An account as it is stored.
 *
 * @param origin how it came to us; set at sign-up, never changed
 * @param balance shown balance in whole cents: open lots less debt, rounded down
 */
public record Account(
    AccountId id,
    Email email,
    PasswordHash passwordHash,
    Role role,
    AffiliateCode affiliateCode,
    Origin origin,
    Money balance,
    ContactDetails contact,
    AccountMarks marks,
    Instant createdAt) {
  /** Who brought it. */
  public Optional<AccountId> referredBy() {
    return origin.referredBy();
  }

  public boolean isAdmin() {
    return role == Role.ADMIN;
  }

  /** Whether its owner followed the link of a mail to its e-mail. */
  public boolean hasConfirmedEmail() {
    return marks.emailConfirmed();
  }

  /** Whether signing in takes a code (RFC 6238) beside the password. */
  public boolean hasSecondFactor() {
    return marks.secondFactor();
  }

  public boolean isDisabled() {
    return marks.disabled();
  }
}
