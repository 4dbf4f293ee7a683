package io.trafficgen.application.fake;

import io.trafficgen.application.port.MailedToken;
import io.trafficgen.application.port.MailedToken.Purpose;
import io.trafficgen.application.port.MailedTokens;
import io.trafficgen.domain.account.Account;
import io.trafficgen.domain.account.AccountId;
import io.trafficgen.domain.account.PasswordHash;
import io.trafficgen.domain.audit.AuditEntry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** {@link MailedTokens} in memory. */
public final class InMemoryMailedTokens implements MailedTokens {
  private final InMemoryAccounts accounts;
  private final InMemorySessions sessions;
  private final InMemoryAuditLog log;
  private final List<MailedToken> tokens = new ArrayList<>();

  public InMemoryMailedTokens(
      InMemoryAccounts accounts, InMemorySessions sessions, InMemoryAuditLog log) {
    this.accounts = accounts;
    this.sessions = sessions;
    this.log = log;
  }

  @Override
  public synchronized void issue(MailedToken token) {
    tokens.removeIf(
        old -> old.account().equals(token.account()) && old.purpose() == token.purpose());
    tokens.add(token);
  }

  synchronized void forget(AccountId account) {
    tokens.removeIf(token -> token.account().equals(account));
  }

  @Override
  public synchronized Optional<AccountId> find(Purpose purpose, String hash, Instant now) {
    return tokens.stream()
        .filter(token -> token.purpose() == purpose && token.hash().equals(hash))
        .filter(token -> token.expiresAt().isAfter(now))
        .filter(token ->
            accounts
                .find(token.account())
                .filter(account -> !account.isDisabled())
                .filter(account -> account.email().equals(token.email()))
                .isPresent())
        .map(MailedToken::account)
        .findFirst();
  }

  @Override
  public synchronized Optional<Account> confirmEmail(String hash, Instant now) {
    Optional<AccountId> account = use(Purpose.CONFIRM_EMAIL, hash, now);
    account.ifPresent(id -> accounts.change(id, AccountCopy::confirmed));
    return account.flatMap(accounts::find);
  }

  @Override
  public synchronized Optional<AccountId> resetPassword(
      String hash, PasswordHash password, Instant now, Function<AccountId, AuditEntry> entry) {
    Optional<AccountId> account = use(Purpose.RESET_PASSWORD, hash, now);
    account.ifPresent(id -> {
      accounts.change(id, old -> old.password(password));
      accounts.setKey(id, Optional.empty());
      sessions.closeAll(id);
      log.append(entry.apply(id));
    });
    return account;
  }

  private Optional<AccountId> use(Purpose purpose, String hash, Instant now) {
    Optional<AccountId> account = find(purpose, hash, now);
    tokens.removeIf(token -> account.isPresent() && token.hash().equals(hash));
    return account;
  }
}
