package io.trafficgen.application.account;

import io.trafficgen.application.port.Accounts;
import io.trafficgen.domain.account.Account;
import java.util.Optional;

/** Tells whose API key a call carries; role and balance are read afresh. */
public final class IdentifyKeyHolder {
  private final Accounts accounts;

  public IdentifyKeyHolder(Accounts accounts) {
    this.accounts = accounts;
  }

  public Optional<Account> identify(String key) {
    return accounts.findByApiKey(OpaqueTokens.sha256(key));
  }
}
