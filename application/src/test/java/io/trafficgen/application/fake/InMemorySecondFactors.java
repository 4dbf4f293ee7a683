package io.trafficgen.application.fake;

import io.trafficgen.application.port.SecondFactor;
import io.trafficgen.application.port.SecondFactors;
import io.trafficgen.domain.account.AccountId;
import io.trafficgen.domain.account.TotpSecret;
import io.trafficgen.domain.audit.AuditEntry;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** {@link SecondFactors} in memory. */
public final class InMemorySecondFactors implements SecondFactors {
  private final InMemoryAccounts accounts;
  private final InMemoryAuditLog log;
  private final Map<AccountId, SecondFactor> factors = new HashMap<>();

  public InMemorySecondFactors(InMemoryAccounts accounts, InMemoryAuditLog log) {
    this.accounts = accounts;
    this.log = log;
  }

  @Override
  public synchronized boolean offer(AccountId account, TotpSecret secret) {
    if (find(account).filter(SecondFactor::on).isPresent()) {
      return false;
    }
    factors.put(account, new SecondFactor(secret, false, 0));
    return true;
  }

  @Override
  public synchronized Optional<SecondFactor> find(AccountId account) {
    return Optional.ofNullable(factors.get(account));
  }

  @Override
  public synchronized boolean use(AccountId account, long step) {
    return use(account, true, step);
  }

  @Override
  public synchronized boolean turnOn(AccountId account, long step, AuditEntry entry) {
    if (!use(account, false, step)) {
      return false;
    }
    factors.computeIfPresent(account, (id, old) -> new SecondFactor(old.secret(), true, step));
    accounts.change(account, old -> old.secondFactor(true));
    log.append(entry);
    return true;
  }

  @Override
  public synchronized boolean turnOff(AccountId account, long step, AuditEntry entry) {
    if (!use(account, true, step)) {
      return false;
    }
    factors.remove(account);
    accounts.change(account, old -> old.secondFactor(false));
    log.append(entry);
    return true;
  }

  private boolean use(AccountId account, boolean on, long step) {
    Optional<SecondFactor> factor =
        find(account).filter(old -> old.on() == on && old.lastStep() < step);
    factor.ifPresent(old -> factors.put(account, new SecondFactor(old.secret(), on, step)));
    return factor.isPresent();
  }
}
