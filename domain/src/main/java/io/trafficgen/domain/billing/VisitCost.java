package io.trafficgen.domain.billing;

import io.trafficgen.domain.money.Money;
import io.trafficgen.domain.pricing.PricingCurve;
import java.util.List;

/** What visits will cost an account. */
public final class VisitCost {
  private VisitCost() {}

  /**
   * The price of {@code visits}: of the lots in spend order while they last; of the rest at the
   * tier that the least deposit for them reaches.
   *
   * @param lots open lots of the account, in any order
   */
  public static Money of(List<Lot> lots, PricingCurve curve, long visits) {
    Hold hold = SpendOrder.hold(lots, visits);
    Money cost =
        hold.parts().stream()
            .map(part -> part.pricePerVisit().times(part.held()))
            .reduce(Money.ZERO, Money::plus);
    long rest = visits - hold.visits();
    return rest == 0 ? cost : cost.plus(curve.quoteVisits(rest).pricePerVisit().times(rest));
  }

  /** Visits that the lots can pay in all. */
  public static long affordable(List<Lot> lots) {
    return lots.stream().mapToLong(Lot::affordableVisits).reduce(0, Math::addExact);
  }
}
