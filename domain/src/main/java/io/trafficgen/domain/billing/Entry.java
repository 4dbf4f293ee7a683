package io.trafficgen.domain.billing;

import io.trafficgen.domain.money.Money;

/**
 * One line of a {@link Journal}.
 *
 * @param amount positive where value arrives at the account, negative where it leaves
 */
public record Entry(LedgerAccount account, Money amount) {}
