package io.trafficgen.application.fake;

import io.trafficgen.application.port.Accounts;
import io.trafficgen.application.port.Sessions;
import io.trafficgen.domain.account.Account;
import io.trafficgen.domain.account.AccountId;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** {@link Sessions} in memory. */
public final class InMemorySessions implements Sessions {
  private final Accounts accounts;
  private final Map<UUID, Session> sessions = new HashMap<>();

  /** Every refresh token that was ever given out, with its session. */
  private final Map<String, UUID> hashes = new HashMap<>();

  private record Session(AccountId account, String refreshHash, Instant expiresAt) {}

  public InMemorySessions(Accounts accounts) {
    this.accounts = accounts;
  }

  @Override
  public synchronized boolean open(
      UUID session, Account account, String refreshHash, Instant expiresAt) {
    boolean good =
        accounts
            .find(account.id())
            .filter(now -> now.passwordHash().equals(account.passwordHash()) && !now.isDisabled())
            .isPresent();
    if (good) {
      keep(session, new Session(account.id(), refreshHash, expiresAt));
    }
    return good;
  }

  private void keep(UUID session, Session kept) {
    sessions.put(session, kept);
    hashes.put(kept.refreshHash(), session);
  }

  @Override
  public synchronized Optional<Account> account(UUID session, Instant now) {
    return live(session, now)
        .flatMap(open -> accounts.find(open.account()))
        .filter(account -> !account.isDisabled());
  }

  @Override
  public synchronized Optional<UUID> rotate(String hash, String nextHash, Instant now) {
    Optional<UUID> session =
        Optional.ofNullable(hashes.get(hash)).filter(id -> account(id, now).isPresent());
    if (session.isEmpty()) {
      return Optional.empty();
    }
    Session open = sessions.get(session.get());
    if (!open.refreshHash().equals(hash)) {
      close(session.get());
      return Optional.empty();
    }
    keep(session.get(), new Session(open.account(), nextHash, open.expiresAt()));
    return session;
  }

  @Override
  public synchronized void close(UUID session) {
    sessions.remove(session);
  }

  @Override
  public synchronized void forget(Instant now) {
    sessions.values().removeIf(open -> !open.expiresAt().isAfter(now));
  }

  synchronized void closeAll(AccountId account) {
    sessions.values().removeIf(open -> open.account().equals(account));
  }

  private Optional<Session> live(UUID session, Instant now) {
    return Optional.ofNullable(sessions.get(session)).filter(open -> open.expiresAt().isAfter(now));
  }
}
