package io.trafficgen.domain.billing;

import io.trafficgen.domain.money.Money;

/**
 * Money that a provider says has arrived; one credit for each (provider, id) (3.5, I7).
 *
 * @param id the provider's own identity of the payment
 */
public record Payment(String provider, String id, Money amount) {}
