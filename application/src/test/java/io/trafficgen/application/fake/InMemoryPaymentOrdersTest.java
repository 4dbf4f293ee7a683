package io.trafficgen.application.fake;

import io.trafficgen.application.contract.PaymentOrdersContract;

class InMemoryPaymentOrdersTest implements PaymentOrdersContract {
  private final InMemoryPaymentOrders orders = new InMemoryPaymentOrders();

  @Override
  public InMemoryPaymentOrders orders() {
    return orders;
  }

  @Override
  public void goAway() {
    orders.goAway();
  }

  @Override
  public String provider() {
    return InMemoryPaymentOrders.PROVIDER;
  }
}
