package io.trafficgen.domain.audit;

import io.trafficgen.domain.account.AccountId;
import java.util.Optional;

/**
 * Who wants something done.
 *
 * @param account empty for somebody who is not signed in
 * @param address network address of the caller; empty for the system itself
 */
public record Actor(Optional<AccountId> account, Optional<String> address) {
  /** The system itself, by a timer or for a provider. */
  public static final Actor SYSTEM = new Actor(Optional.empty(), Optional.empty());

  public static Actor of(AccountId account, String address) {
    return new Actor(Optional.of(account), Optional.of(address));
  }

  /** Somebody of whom only the address is known. */
  public static Actor stranger(String address) {
    return new Actor(Optional.empty(), Optional.of(address));
  }
}
