package io.trafficgen.application.account;

import io.trafficgen.application.port.AdminSecrets;
import io.trafficgen.domain.account.AccountId;

/** Makes who knows the secret of the first start an admin, once. */
public final class ClaimAdmin {
  private final AdminSecrets secrets;

  public ClaimAdmin(AdminSecrets secrets) {
    this.secrets = secrets;
  }

  /** False if the secret is wrong or was used. */
  public boolean claim(AccountId account, String secret) {
    return secrets.claim(account, OpaqueTokens.sha256(secret));
  }
}
