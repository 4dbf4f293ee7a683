package io.trafficgen.application.account;

import io.trafficgen.application.account.SignInOutcome.CodeNeeded;
import io.trafficgen.application.account.SignInOutcome.CodeWrong;
import io.trafficgen.application.account.SignInOutcome.Opened;
import io.trafficgen.application.account.SignInOutcome.Unknown;
import io.trafficgen.application.port.Accounts;
import io.trafficgen.application.port.SecondFactor;
import io.trafficgen.application.port.SecondFactors;
import io.trafficgen.application.port.Sessions;
import io.trafficgen.domain.InvalidValueException;
import io.trafficgen.domain.account.Account;
import io.trafficgen.domain.account.AccountId;
import io.trafficgen.domain.account.Email;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** Opens a session for who knows the password, and the code where one is wanted. */
public final class SignIn {
  private final Accounts accounts;
  private final Sessions sessions;
  private final SecondFactors factors;
  private final PasswordChecks passwords;
  private final CodeChecks codes;
  private final OpaqueTokens tokens;
  private final Supplier<UUID> ids;
  private final InstantSource clock;

  public SignIn(
      Accounts accounts,
      Sessions sessions,
      SecondFactors factors,
      PasswordChecks passwords,
      CodeChecks codes,
      OpaqueTokens tokens,
      Supplier<UUID> ids,
      InstantSource clock) {
    this.accounts = accounts;
    this.sessions = sessions;
    this.factors = factors;
    this.passwords = passwords;
    this.codes = codes;
    this.tokens = tokens;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * Takes as long for unknown names as for wrong passwords, and refuses both alike.
   *
   * @param code the one-time code, where the account has a second factor
   * @throws io.trafficgen.application.TooManyAttemptsException after too many wrong passwords for a
   *     name, known or not, or wrong codes for an account
   */
  public SignInOutcome signIn(String username, String password, Optional<String> code) {
    Optional<Account> account = find(username);
    if (!passwords.match(username, account, password)) {
      return new Unknown();
    }
    Account owner = account.orElseThrow();
    AccountId id = owner.id();
    Optional<SecondFactor> factor = factors.find(id).filter(SecondFactor::on);
    if (factor.isPresent()) {
      if (code.isEmpty()) {
        return new CodeNeeded();
      }
      if (!codes.match(id, factor.get(), code.get(), step -> factors.use(id, step))) {
        return new CodeWrong();
      }
    }
    return open(owner);
  }

  /** A password that was replaced while its hash was computed opens nothing any more. */
  private SignInOutcome open(Account owner) {
    UUID session = ids.get();
    String refresh = tokens.fresh();
    Instant end = clock.instant().plus(tokens.lifetime());
    return sessions.open(session, owner, tokens.hash(refresh), end)
        ? new Opened(new OpenSession(session, refresh))
        : new Unknown();
  }

  private Optional<Account> find(String username) {
    try {
      return accounts.findByEmail(Email.parse(username)).filter(found -> !found.isDisabled());
    } catch (InvalidValueException notAnAddress) {
      return Optional.empty();
    }
  }
}
