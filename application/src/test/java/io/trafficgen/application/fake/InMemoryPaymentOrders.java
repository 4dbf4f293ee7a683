package io.trafficgen.application.fake;

import io.trafficgen.application.port.PaymentOrders;
import io.trafficgen.domain.billing.TopUp;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** A provider that makes an order for every intent, until it goes away. */
public final class InMemoryPaymentOrders implements PaymentOrders {
  public static final String PROVIDER = "example";

  private final List<TopUp> asked = new CopyOnWriteArrayList<>();
  private volatile boolean away;

  /** For which intents orders were asked for. */
  public List<TopUp> asked() {
    return List.copyOf(asked);
  }

  public void goAway() {
    away = true;
  }

  @Override
  public Optional<URI> checkout(TopUp topUp) {
    asked.add(topUp);
    return away
        ? Optional.empty()
        : Optional.of(URI.create("https://pay.example/orders/" + topUp.id()));
  }

  @Override
  public boolean areBy(String provider) {
    return provider.equals(PROVIDER);
  }
}
