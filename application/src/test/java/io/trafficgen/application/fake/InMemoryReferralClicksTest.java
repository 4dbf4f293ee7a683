package io.trafficgen.application.fake;

import io.trafficgen.application.contract.ReferralClicksContract;

class InMemoryReferralClicksTest implements ReferralClicksContract {
  private final InMemoryAccounts accounts = new InMemoryAccounts();
  private final InMemoryReferralClicks clicks = new InMemoryReferralClicks(accounts);

  @Override
  public InMemoryAccounts accounts() {
    return accounts;
  }

  @Override
  public InMemoryReferralClicks clicks() {
    return clicks;
  }
}
