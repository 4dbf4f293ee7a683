package io.trafficgen.domain.site;

import io.trafficgen.domain.account.AccountId;
import java.time.Instant;
import java.util.Optional;

/**
 * A host that an account wants visited.
 *
 * @param verification the live proof of control; empty = no visit to this host
 * @param checkedAt last look for a proof, whatever it found
 */
public record Site(
    SiteId id,
    AccountId account,
    Host host,
    Optional<Verification> verification,
    Optional<Instant> checkedAt,
    Instant createdAt) {
  public boolean isVerified() {
    return verification.isPresent();
  }
}
