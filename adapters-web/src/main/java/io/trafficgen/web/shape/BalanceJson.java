package io.trafficgen.web.shape;

import io.trafficgen.domain.billing.BalanceSheet;
import io.trafficgen.domain.billing.Lot;
import io.trafficgen.domain.money.Money;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What an account owns. */
public record BalanceJson(
    Money balance,
    String currency,
    long visitsAffordable,
    Money held,
    Money debt,
    List<LotJson> lots) {
  public static BalanceJson of(BalanceSheet sheet) {
    return new BalanceJson(
        sheet.balance(),
        "EUR",
        sheet.affordableVisits(),
        sheet.held(),
        sheet.debt(),
        sheet.lots().stream().map(LotJson::of).toList());
  }

  /**
   * An open lot.
   *
   * @param price of 1,000 visits
   */
  public record LotJson(
      UUID id, String kind, Money price, long remainingVisits, Instant createdAt) {
    static LotJson of(Lot lot) {
      return new LotJson(
          lot.id().value(),
          lot.kind().wireName(),
          lot.pricePerVisit().times(1000),
          lot.remainingVisits(),
          lot.createdAt());
    }
  }
}
