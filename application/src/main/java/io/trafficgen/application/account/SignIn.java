package io.trafficgen.application.account;

import io.trafficgen.application.port.Accounts;
import io.trafficgen.application.port.PasswordHashing;
import io.trafficgen.application.port.Sessions;
import io.trafficgen.domain.InvalidValueException;
import io.trafficgen.domain.account.Account;
import io.trafficgen.domain.account.Email;
import io.trafficgen.domain.account.Password;
import io.trafficgen.domain.account.PasswordHash;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** Opens a session for who knows the password. */
public final class SignIn {
  private final Accounts accounts;
  private final Sessions sessions;
  private final PasswordHashing passwords;
  private final OpaqueTokens tokens;
  private final Supplier<UUID> ids;
  private final InstantSource clock;
  private final PasswordHash nobody;

  public SignIn(
      Accounts accounts,
      Sessions sessions,
      PasswordHashing passwords,
      OpaqueTokens tokens,
      Supplier<UUID> ids,
      InstantSource clock) {
    this.accounts = accounts;
    this.sessions = sessions;
    this.passwords = passwords;
    this.tokens = tokens;
    this.ids = ids;
    this.clock = clock;
    this.nobody = passwords.hash(new Password("the password of nobody at all"));
  }

  /** Empty if name and password do not belong together; takes as long either way. */
  public Optional<OpenSession> signIn(String username, String password) {
    Optional<Account> account = find(username);
    PasswordHash hash = account.map(Account::passwordHash).orElse(nobody);
    boolean known = passwords.matches(new Password(password), hash);
    if (account.isEmpty() || !known) {
      return Optional.empty();
    }
    UUID session = ids.get();
    String refresh = tokens.fresh();
    sessions.open(
        session, account.get().id(), tokens.hash(refresh), clock.instant().plus(tokens.lifetime()));
    return Optional.of(new OpenSession(session, refresh));
  }

  private Optional<Account> find(String username) {
    try {
      return accounts.findByEmail(Email.parse(username));
    } catch (InvalidValueException notAnAddress) {
      return Optional.empty();
    }
  }
}
