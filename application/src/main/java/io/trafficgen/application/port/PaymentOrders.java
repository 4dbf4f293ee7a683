package io.trafficgen.application.port;

import io.trafficgen.domain.billing.TopUp;
import java.net.URI;
import java.util.Optional;

/** Orders at a payment provider, each for exactly one intent, so that its payment names it. */
public interface PaymentOrders {
  /**
   * Makes an order for the intent's amount that carries its reference, and answers where to pay it;
   * empty if none can be made now, whatever the cause: an intent never depends on a provider.
   */
  Optional<URI> checkout(TopUp topUp);

  /** Whether it is the provider of this name that makes the orders. */
  boolean areBy(String provider);
}
