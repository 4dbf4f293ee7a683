package io.trafficgen.web.shape;

import io.trafficgen.domain.account.AccountId;
import io.trafficgen.domain.safety.HostStanding;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A host as admins see it.
 *
 * @param maxPerMinute the cap in force, over all accounts
 * @param standard whether that is the standard cap, since nobody set another
 * @param visits started or promised in the present minute
 * @param verifiedBy accounts with a live proof
 * @param killed whether a kill switch on it is on
 * @param pausedUntil till when the site asked for a pause
 */
public record HostJson(
    String host,
    int maxPerMinute,
    boolean standard,
    boolean blocked,
    boolean killed,
    Optional<Instant> pausedUntil,
    long visits,
    List<UUID> verifiedBy,
    Instant createdAt) {
  public static HostJson of(HostStanding host) {
    return new HostJson(
        host.rule().host().toString(),
        host.rule().perMinute(),
        host.rule().maxPerMinute().isEmpty(),
        host.rule().blocked(),
        host.killed(),
        host.pausedUntil(),
        host.visits(),
        host.verifiedBy().stream().map(AccountId::value).toList(),
        host.since());
  }
}
