package io.trafficgen.application.fake;

import io.trafficgen.application.port.AdminSecrets;
import io.trafficgen.domain.account.AccountId;
import io.trafficgen.domain.account.Role;
import io.trafficgen.domain.audit.AuditEntry;
import java.util.Optional;

/** {@link AdminSecrets} in memory. */
public final class InMemoryAdminSecrets implements AdminSecrets {
  private final InMemoryAccounts accounts;
  private final InMemoryAuditLog log;
  private Optional<String> offered = Optional.empty();
  private boolean used;

  public InMemoryAdminSecrets(InMemoryAccounts accounts, InMemoryAuditLog log) {
    this.accounts = accounts;
    this.log = log;
  }

  @Override
  public synchronized boolean offer(String hash) {
    boolean first = offered.isEmpty();
    offered = offered.or(() -> Optional.of(hash));
    return first;
  }

  @Override
  public synchronized boolean claim(AccountId account, String hash, AuditEntry entry) {
    if (used || offered.filter(hash::equals).isEmpty()) {
      return false;
    }
    used = true;
    accounts.change(account, old -> old.role(Role.ADMIN));
    log.append(entry);
    return true;
  }
}
