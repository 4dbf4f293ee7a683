package io.trafficgen.application.account;

import io.trafficgen.application.ConflictException;
import io.trafficgen.application.port.SecondFactors;
import io.trafficgen.domain.account.AccountId;
import io.trafficgen.domain.account.TotpSecret;
import java.util.random.RandomGenerator;

/** Makes a secret for one-time codes; it counts once its owner shows a code of it. */
public final class OfferSecondFactor {
  private final SecondFactors factors;
  private final RandomGenerator random;

  /**
   * @param random must be cryptographically strong
   */
  public OfferSecondFactor(SecondFactors factors, RandomGenerator random) {
    this.factors = factors;
    this.random = random;
  }

  /**
   * The secret, to be shown this once.
   *
   * @throws ConflictException if the account has a second factor
   */
  public TotpSecret offer(AccountId account) {
    TotpSecret secret = TotpSecret.random(random);
    if (!factors.offer(account, secret)) {
      throw new ConflictException("one-time codes are on: turn them off first");
    }
    return secret;
  }
}
