package io.trafficgen.domain.billing;

import io.trafficgen.domain.money.Money;

/**
 * What one lot contributes to a hold, in visits.
 *
 * @param held visits promised
 * @param captured visits of these that were delivered and paid
 */
public record HoldPart(LotId lot, Money pricePerVisit, long held, long captured) {
  public HoldPart {
    if (captured < 0 || held < captured) {
      throw new IllegalArgumentException("0 <= captured <= held must hold");
    }
  }

  static HoldPart of(Lot lot, long visits) {
    return new HoldPart(lot.id(), lot.pricePerVisit(), visits, 0);
  }

  /** Visits neither captured nor released. */
  public long open() {
    return held - captured;
  }

  HoldPart capture(long visits) {
    return new HoldPart(lot, pricePerVisit, held, captured + visits);
  }
}
