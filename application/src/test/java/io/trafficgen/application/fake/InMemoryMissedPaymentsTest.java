package io.trafficgen.application.fake;

import io.trafficgen.application.Fixtures;
import io.trafficgen.application.contract.MissedPaymentsContract;
import java.time.Duration;

class InMemoryMissedPaymentsTest implements MissedPaymentsContract {
  private final InMemoryMissedPayments payments = new InMemoryMissedPayments();

  @Override
  public InMemoryMissedPayments payments() {
    return payments;
  }

  @Override
  public String paid(Duration ago) {
    String key = "paid:" + Fixtures.uuid();
    payments.pay(key, Fixtures.NOW.minus(ago));
    return key;
  }

  @Override
  public void goAway() {
    payments.goAway();
  }
}
