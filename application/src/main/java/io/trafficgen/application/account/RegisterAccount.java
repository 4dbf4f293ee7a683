package io.trafficgen.application.account;

import io.trafficgen.application.ConflictException;
import io.trafficgen.application.NotAllowedException;
import io.trafficgen.application.port.Accounts;
import io.trafficgen.application.port.PasswordHashing;
import io.trafficgen.domain.InvalidValueException;
import io.trafficgen.domain.account.Account;
import io.trafficgen.domain.account.AccountId;
import io.trafficgen.domain.account.AffiliateCode;
import io.trafficgen.domain.account.ContactDetails;
import io.trafficgen.domain.account.Email;
import io.trafficgen.domain.account.Password;
import io.trafficgen.domain.account.Role;
import io.trafficgen.domain.money.Money;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/** Signs somebody up. */
public final class RegisterAccount {
  private final Accounts accounts;
  private final PasswordHashing passwords;
  private final Supplier<UUID> ids;
  private final RandomGenerator random;
  private final InstantSource clock;
  private final boolean open;

  /**
   * @param open whether strangers may sign up
   */
  public RegisterAccount(
      Accounts accounts,
      PasswordHashing passwords,
      Supplier<UUID> ids,
      RandomGenerator random,
      InstantSource clock,
      boolean open) {
    this.accounts = accounts;
    this.passwords = passwords;
    this.ids = ids;
    this.random = random;
    this.clock = clock;
    this.open = open;
  }

  /**
   * @param affiliateCode as typed; an unknown one never blocks a sign-up
   * @throws ConflictException if the e-mail is taken
   * @throws NotAllowedException if registration is closed
   */
  public Account register(
      Email email, Password password, Optional<String> name, Optional<String> affiliateCode) {
    if (!open) {
      throw new NotAllowedException("registration is closed on this server", List.of());
    }
    Account account =
        new Account(
            new AccountId(ids.get()),
            email,
            passwords.hash(password),
            Role.USER,
            AffiliateCode.random(random),
            affiliateCode.flatMap(this::referrer),
            Money.ZERO,
            ContactDetails.named(name),
            clock.instant().truncatedTo(ChronoUnit.MILLIS));
    if (!accounts.add(account)) {
      throw new ConflictException("an account with this e-mail exists");
    }
    return account;
  }

  private Optional<AccountId> referrer(String code) {
    try {
      return accounts.findByAffiliateCode(AffiliateCode.parse(code)).map(Account::id);
    } catch (InvalidValueException notACode) {
      return Optional.empty();
    }
  }
}
