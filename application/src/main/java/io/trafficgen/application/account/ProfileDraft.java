package io.trafficgen.application.account;

import io.trafficgen.domain.account.ContactDetails;
import io.trafficgen.domain.account.Email;
import io.trafficgen.domain.account.Password;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What an owner wants changed; what is empty stays.
 *
 * @param contact given the stored details
 * @param currentPassword as typed; wanted for a new e-mail or password
 */
public record ProfileDraft(
    UnaryOperator<ContactDetails> contact,
    Optional<Email> email,
    Optional<Password> password,
    Optional<String> currentPassword) {
  /** Whether it touches what opens the account. */
  public boolean needsPassword() {
    return email.isPresent() || password.isPresent();
  }
}
