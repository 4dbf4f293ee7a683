package io.trafficgen.application.port;

import io.trafficgen.domain.account.Account;
import io.trafficgen.domain.account.ContactDetails;
import io.trafficgen.domain.account.Email;
import io.trafficgen.domain.account.PasswordHash;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What an owner changes about an account; what is empty stays.
 *
 * @param contact given the stored details
 * @param shown the password that who wants the change proved to know; it matters for e-mail and
 *     password alone
 */
public record ProfileChange(
    UnaryOperator<ContactDetails> contact,
    Optional<Email> email,
    Optional<PasswordHash> password,
    PasswordHash shown) {
  /** Whether somebody replaced the password after it was shown, which only a reset by mail can. */
  public boolean isOutdated(Account stored) {
    return (email.isPresent() || password.isPresent()) && !stored.passwordHash().equals(shown);
  }
}
