package io.trafficgen.application.fake;

import io.trafficgen.application.contract.HostPausesContract;

class InMemoryHostPausesTest implements HostPausesContract {
  private final InMemoryHostPauses pauses = new InMemoryHostPauses();

  @Override
  public InMemoryHostPauses pauses() {
    return pauses;
  }
}
