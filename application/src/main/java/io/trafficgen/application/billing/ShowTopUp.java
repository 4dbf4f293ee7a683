package io.trafficgen.application.billing;

import io.trafficgen.application.port.TopUps;
import io.trafficgen.domain.account.AccountId;
import java.util.Optional;
import java.util.UUID;

/** Shows an intent to its owner. */
public final class ShowTopUp {
  private final TopUps topUps;
  private final PayUrl payUrl;

  public ShowTopUp(TopUps topUps, PayUrl payUrl) {
    this.topUps = topUps;
    this.payUrl = payUrl;
  }

  public Optional<PayableTopUp> show(AccountId owner, UUID id) {
    return topUps.find(owner, id).map(payUrl::of);
  }
}
