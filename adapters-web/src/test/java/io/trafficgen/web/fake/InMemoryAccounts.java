package io.trafficgen.web.fake;

import io.trafficgen.application.port.Accounts;
import io.trafficgen.application.port.AdminSecrets;
import io.trafficgen.application.port.Sessions;
import io.trafficgen.domain.account.Account;
import io.trafficgen.domain.account.AccountId;
import io.trafficgen.domain.account.AffiliateCode;
import io.trafficgen.domain.account.Email;
import io.trafficgen.domain.account.Role;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/** Accounts, their sessions, and the secret that makes an admin. */
public final class InMemoryAccounts implements Accounts, Sessions, AdminSecrets {
  private final Map<AccountId, Account> accounts = new ConcurrentHashMap<>();
  private final Map<UUID, Session> sessions = new ConcurrentHashMap<>();
  private Optional<String> secret = Optional.empty();

  private record Session(AccountId account, String refreshHash, Instant expiresAt) {}

  @Override
  public synchronized boolean add(Account account) {
    return findByEmail(account.email()).isEmpty() && accounts.put(account.id(), account) == null;
  }

  @Override
  public Optional<Account> find(AccountId id) {
    return Optional.ofNullable(accounts.get(id));
  }

  @Override
  public Optional<Account> findByEmail(Email email) {
    return first(account -> account.email().equals(email));
  }

  @Override
  public Optional<Account> findByConfirmedEmail(Email email) {
    return Optional.empty();
  }

  @Override
  public Optional<Account> findByAffiliateCode(AffiliateCode code) {
    return first(account -> account.affiliateCode().equals(code));
  }

  private Optional<Account> first(Predicate<Account> wanted) {
    return accounts.values().stream().filter(wanted).findFirst();
  }

  @Override
  public void open(UUID session, AccountId account, String refreshHash, Instant expiresAt) {
    sessions.put(session, new Session(account, refreshHash, expiresAt));
  }

  @Override
  public Optional<Account> account(UUID session, Instant now) {
    return Optional.ofNullable(sessions.get(session))
        .filter(open -> open.expiresAt().isAfter(now))
        .flatMap(open -> find(open.account()));
  }

  @Override
  public Optional<UUID> rotate(String hash, String nextHash, Instant now) {
    for (Map.Entry<UUID, Session> entry : sessions.entrySet()) {
      Session open = entry.getValue();
      if (open.refreshHash().equals(hash) && open.expiresAt().isAfter(now)) {
        entry.setValue(new Session(open.account(), nextHash, open.expiresAt()));
        return Optional.of(entry.getKey());
      }
    }
    return Optional.empty();
  }

  @Override
  public void close(UUID session) {
    sessions.remove(session);
  }

  @Override
  public synchronized boolean offer(String hash) {
    secret = Optional.of(hash);
    return true;
  }

  @Override
  public synchronized boolean claim(AccountId account, String hash) {
    if (secret.filter(hash::equals).isEmpty()) {
      return false;
    }
    secret = Optional.empty();
    accounts.computeIfPresent(
        account,
        (id, old) ->
            new Account(
                id,
                old.email(),
                old.passwordHash(),
                Role.ADMIN,
                old.affiliateCode(),
                old.referredBy(),
                old.balance(),
                old.contact(),
                old.createdAt()));
    return true;
  }
}
