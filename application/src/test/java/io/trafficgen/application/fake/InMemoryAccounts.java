package io.trafficgen.application.fake;

import io.trafficgen.application.port.Accounts;
import io.trafficgen.domain.account.Account;
import io.trafficgen.domain.account.AccountId;
import io.trafficgen.domain.account.AffiliateCode;
import io.trafficgen.domain.account.Email;
import io.trafficgen.domain.account.Role;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/** {@link Accounts} in memory. */
public final class InMemoryAccounts implements Accounts {
  private final Map<Email, Account> accounts = new ConcurrentHashMap<>();
  private final Set<Email> confirmed = ConcurrentHashMap.newKeySet();

  @Override
  public boolean add(Account account) {
    return accounts.putIfAbsent(account.email(), account) == null;
  }

  /** As if the owner had followed the link of the mail. */
  public void confirm(Email email) {
    confirmed.add(email);
  }

  void promote(AccountId id) {
    accounts.replaceAll((email, old) ->
        old.id().equals(id)
            ? new Account(
                id,
                email,
                old.passwordHash(),
                Role.ADMIN,
                old.affiliateCode(),
                old.referredBy(),
                old.balance(),
                old.contact(),
                old.createdAt())
            : old);
  }

  @Override
  public Optional<Account> find(AccountId id) {
    return one(account -> account.id().equals(id));
  }

  @Override
  public Optional<Account> findByEmail(Email email) {
    return Optional.ofNullable(accounts.get(email));
  }

  @Override
  public Optional<Account> findByConfirmedEmail(Email email) {
    return findByEmail(email).filter(account -> confirmed.contains(email));
  }

  @Override
  public Optional<Account> findByAffiliateCode(AffiliateCode code) {
    return one(account -> account.affiliateCode().equals(code));
  }

  private Optional<Account> one(Predicate<Account> wanted) {
    return accounts.values().stream().filter(wanted).findAny();
  }
}
