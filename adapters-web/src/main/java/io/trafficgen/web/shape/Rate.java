package io.trafficgen.web.shape;

import io.trafficgen.domain.money.Money;
import java.math.BigDecimal;

/** A price of 1,000 visits as a number with at least two decimals: {@code 0.40}. */
final class Rate {
  private Rate() {}

  static BigDecimal of(Money pricePerThousand) {
    return new BigDecimal(pricePerThousand.toString());
  }
}
