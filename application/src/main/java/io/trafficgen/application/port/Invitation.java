package io.trafficgen.application.port;

import io.trafficgen.domain.account.AccountId;
import io.trafficgen.domain.account.Email;
import java.time.Instant;
import java.util.Optional;

/**
 * A one-use permission to sign up.
 *
 * @param hash of its code
 * @param email the only one that may use it; empty for whoever has the code
 */
public record Invitation(
    String hash, Optional<Email> email, AccountId invitedBy, Instant expiresAt) {}
