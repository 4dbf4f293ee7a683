package io.trafficgen.application.account;

import io.trafficgen.application.WrongSecretException;
import io.trafficgen.application.port.PasswordHashing;
import io.trafficgen.domain.InvalidValueException;
import io.trafficgen.domain.account.Account;
import io.trafficgen.domain.account.Password;
import io.trafficgen.domain.account.PasswordHash;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Predicate;

/** What is asked of passwords: new ones are not common ones, and guessing ends soon. */
public final class PasswordChecks {
  private final PasswordHashing passwords;
  private final Predicate<Password> common;
  private final AttemptLimit limit;
  private final PasswordHash nobody;

  /**
   * @param common tells passwords that everybody tries first
   */
  public PasswordChecks(
      PasswordHashing passwords, Predicate<Password> common, InstantSource clock) {
    this.passwords = passwords;
    this.common = common;
    this.limit = AttemptLimit.ofPasswords(clock);
    this.nobody = passwords.ofNobody();
  }

  /**
   * @throws InvalidValueException of the field {@code password} if it is a common one
   */
  PasswordHash hashNew(Password password) {
    if (common.test(password)) {
      throw new InvalidValueException(
          "/password",
          "is one of the passwords that are tried first: take another",
          "a kettle sings on the windowsill");
    }
    return passwords.hash(password);
  }

  /**
   * Whether a password is the account's; takes as long if there is none.
   *
   * @param name under which wrong passwords are counted
   * @throws io.trafficgen.application.TooManyAttemptsException after too many wrong ones
   */
  boolean match(String name, Optional<Account> account, String typed) {
    limit.take(name);
    try {
      PasswordHash hash = account.map(Account::passwordHash).orElse(nobody);
      boolean right = passwords.matches(new Password(typed), hash) && account.isPresent();
      if (right) {
        limit.clear(name);
      }
      return right;
    } catch (RuntimeException notJudged) {
      limit.giveBack(name);
      throw notJudged;
    }
  }

  /**
   * @throws WrongSecretException if the password is not the account's
   */
  void require(Account account, String typed) {
    if (!match(account.email().value(), Optional.of(account), typed)) {
      throw new WrongSecretException("the current password is wrong");
    }
  }
}
