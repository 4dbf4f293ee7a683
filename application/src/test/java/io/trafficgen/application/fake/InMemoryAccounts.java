package io.trafficgen.application.fake;

import io.trafficgen.application.port.Accounts;
import io.trafficgen.domain.Page;
import io.trafficgen.domain.PageRequest;
import io.trafficgen.domain.PageRequest.Position;
import io.trafficgen.domain.account.Account;
import io.trafficgen.domain.account.AccountId;
import io.trafficgen.domain.account.AffiliateCode;
import io.trafficgen.domain.account.Email;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** {@link Accounts} in memory. */
public final class InMemoryAccounts implements Accounts {
  private final Map<AccountId, Account> accounts = new LinkedHashMap<>();
  private final Map<AccountId, String> keys = new HashMap<>();
  private final Set<AccountId> closed = new HashSet<>();

  @Override
  public synchronized boolean add(Account account) {
    if (findByEmail(account.email()).isPresent()) {
      return false;
    }
    accounts.put(account.id(), account);
    return true;
  }

  /** As if the owner had followed the link of the mail. */
  public void confirm(Email email) {
    findByEmail(email).ifPresent(found -> change(found.id(), AccountCopy::confirmed));
  }

  synchronized void change(AccountId id, UnaryOperator<AccountCopy> change) {
    accounts.computeIfPresent(id, (key, old) -> change.apply(AccountCopy.of(old)).account());
  }

  synchronized boolean setKey(AccountId id, Optional<String> hash) {
    String before = hash.isPresent() ? keys.put(id, hash.get()) : keys.remove(id);
    return !Optional.ofNullable(before).equals(hash);
  }

  synchronized void close(AccountId id) {
    closed.add(id);
  }

  synchronized boolean isClosed(AccountId id) {
    return closed.contains(id);
  }

  @Override
  public synchronized Optional<Account> find(AccountId id) {
    return Optional.ofNullable(accounts.get(id));
  }

  @Override
  public Optional<Account> findByEmail(Email email) {
    return one(account -> account.email().equals(email));
  }

  @Override
  public Optional<Account> findByConfirmedEmail(Email email) {
    return findByEmail(email).filter(Account::hasConfirmedEmail);
  }

  @Override
  public Optional<Account> findByAffiliateCode(AffiliateCode code) {
    return one(account -> account.affiliateCode().equals(code) && !isClosed(account.id()));
  }

  @Override
  public synchronized Optional<Account> findByApiKey(String hash) {
    return one(account -> hash.equals(keys.get(account.id()))).filter(found -> !found.isDisabled());
  }

  @Override
  public synchronized Page<Account> list(PageRequest request) {
    return NewestFirst.page(
        accounts.values().stream().filter(account -> !isClosed(account.id())),
        request,
        account -> new Position(account.createdAt(), account.id().value()));
  }

  private synchronized Optional<Account> one(Predicate<Account> wanted) {
    return accounts.values().stream().filter(wanted).findAny();
  }

  synchronized boolean isLastAdmin(AccountId id) {
    return accounts.values().stream()
        .filter(account -> account.isAdmin() && !account.isDisabled())
        .map(Account::id)
        .toList()
        .equals(List.of(id));
  }
}
