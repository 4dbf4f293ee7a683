package io.trafficgen.web.shape;

import io.trafficgen.domain.billing.Transaction;
import io.trafficgen.domain.money.Money;
import java.time.Instant;
import java.util.UUID;

/** A row of the statement. */
public record TransactionJson(
    UUID id, String type, Money amount, String description, String status, Instant createdAt) {
  public static TransactionJson of(Transaction row) {
    return new TransactionJson(
        row.id(),
        row.type().wireName(),
        row.amount(),
        row.description(),
        "completed",
        row.createdAt());
  }
}
