package io.trafficgen.application.fake;

import io.trafficgen.application.contract.HitSpoolContract;

class InMemoryHitSpoolTest implements HitSpoolContract {
  private final InMemoryHitSpool spool = new InMemoryHitSpool(3);

  @Override
  public InMemoryHitSpool spool() {
    return spool;
  }

  @Override
  public InMemoryHitSpool fullSpool() {
    return new InMemoryHitSpool(0);
  }
}
