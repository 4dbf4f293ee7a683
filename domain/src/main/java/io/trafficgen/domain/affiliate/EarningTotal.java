package io.trafficgen.domain.affiliate;

import io.trafficgen.domain.money.Money;

/**
 * Some earnings of one affiliate.
 *
 * @param count rows of commission, negative ones included
 * @param amount their sum
 */
public record EarningTotal(long count, Money amount) {}
