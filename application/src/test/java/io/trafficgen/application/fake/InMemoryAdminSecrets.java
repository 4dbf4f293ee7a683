package io.trafficgen.application.fake;

import io.trafficgen.application.port.AdminSecrets;
import io.trafficgen.domain.account.AccountId;
import java.util.Optional;

/** {@link AdminSecrets} in memory. */
public final class InMemoryAdminSecrets implements AdminSecrets {
  private final InMemoryAccounts accounts;
  private Optional<String> offered = Optional.empty();
  private boolean used;

  public InMemoryAdminSecrets(InMemoryAccounts accounts) {
    this.accounts = accounts;
  }

  @Override
  public synchronized boolean offer(String hash) {
    boolean first = offered.isEmpty();
    offered = offered.or(() -> Optional.of(hash));
    return first;
  }

  @Override
  public synchronized boolean claim(AccountId account, String hash) {
    if (used || offered.filter(hash::equals).isEmpty()) {
      return false;
    }
    used = true;
    accounts.promote(account);
    return true;
  }
}
