package io.trafficgen.domain.safety;

import io.trafficgen.domain.account.AccountId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A host as admins see it.
 *
 * @param id names its place in lists
 * @param visits started or promised in the present minute, over all accounts
 * @param verifiedBy accounts with a live proof of it
 * @param killed whether a switch on it is on
 * @param pausedUntil no visit goes there before: the site asked for a pause by {@code Retry-After}
 * @param since when we first heard of it
 */
public record HostStanding(
    UUID id,
    HostRule rule,
    long visits,
    List<AccountId> verifiedBy,
    boolean killed,
    Optional<Instant> pausedUntil,
    Instant since) {
  public HostStanding {
    verifiedBy = List.copyOf(verifiedBy);
  }
}
