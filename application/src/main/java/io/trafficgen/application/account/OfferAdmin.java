package io.trafficgen.application.account;

import io.trafficgen.application.port.AdminSecrets;
import java.util.Optional;

/** Makes the one-use secret of the first start. */
public final class OfferAdmin {
  private final AdminSecrets secrets;
  private final OpaqueTokens tokens;

  public OfferAdmin(AdminSecrets secrets, OpaqueTokens tokens) {
    this.secrets = secrets;
    this.tokens = tokens;
  }

  /** The secret, to be shown once; empty if an earlier start made one. */
  public Optional<String> offer() {
    String secret = tokens.fresh();
    return secrets.offer(tokens.hash(secret)) ? Optional.of(secret) : Optional.empty();
  }
}
