package io.trafficgen.domain.billing;

import io.trafficgen.domain.money.Money;
import java.time.Instant;
import java.util.UUID;

/**
 * A row of the statement that the owner sees.
 *
 * @param amount whole cents; debits and refunds are negative; a debit row grows during its day
 */
public record Transaction(
    UUID id, TransactionType type, Money amount, String description, Instant createdAt) {}
