package io.trafficgen.domain.affiliate;

import io.trafficgen.domain.money.Money;
import io.trafficgen.domain.money.Rounding;

/**
 * The affiliate's share of money actually paid.
 *
 * @param basisPoints hundredths of a percent
 */
public record CommissionRule(int basisPoints) {
  private static final int WHOLE = 10_000;

  public CommissionRule {
    if (basisPoints < 0 || basisPoints > WHOLE) {
      throw new IllegalArgumentException("a share lies between 0 and 10000 basis points");
    }
  }

  /** The plan's 20 % of every payment, for life (2.B). */
  public static CommissionRule standard() {
    return new CommissionRule(2000);
  }

  /** Commission on {@code paid}, rounded half up to the cent. */
  public Money of(Money paid) {
    long cents = paid.cents(Rounding.FLOOR);
    return Money.ofCents(
        Math.floorDiv(
            Math.addExact(Math.multiplyExact(cents, (long) basisPoints), WHOLE / 2), WHOLE));
  }
}
