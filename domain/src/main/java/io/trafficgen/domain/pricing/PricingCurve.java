package io.trafficgen.domain.pricing;

import io.trafficgen.domain.InvalidValueException;
import io.trafficgen.domain.money.Money;
import io.trafficgen.domain.money.Rounding;
import java.util.List;
import java.util.Optional;

/**
 * What visits cost, by the size of the deposit: half-open tiers, lower bound inclusive, the whole
 * amount priced at the tier that it reaches (plan 3.A). Embedding code may build its own.
 */
public final class PricingCurve {
  private static final PricingCurve STANDARD =
      new PricingCurve(
          1,
          List.of(
              tier(1, 580),
              tier(129_00, 430),
              tier(399_00, 400),
              tier(999_00, 330),
              tier(1249_00, 250),
              tier(2999_00, 200)));

  private final int version;
  private final List<PricingTier> tiers;

  private PricingCurve(int version, List<PricingTier> tiers) {
    this.version = version;
    this.tiers = tiers;
  }

  /**
   * @param version kept on every lot bought at this curve
   * @param tiers at least one, bounds ascending, prices descending (so that more money never buys
   *     fewer visits)
   */
  public static PricingCurve of(int version, List<PricingTier> tiers) {
    if (tiers.isEmpty()) {
      throw new IllegalArgumentException("a curve needs a tier");
    }
    for (int i = 1; i < tiers.size(); i++) {
      PricingTier before = tiers.get(i - 1);
      PricingTier tier = tiers.get(i);
      if (tier.from().compareTo(before.from()) <= 0
          || tier.pricePerVisit().compareTo(before.pricePerVisit()) >= 0) {
        throw new IllegalArgumentException("bounds ascend and prices descend: " + tier);
      }
    }
    return new PricingCurve(version, List.copyOf(tiers));
  }

  /** The plan's curve. */
  public static PricingCurve standard() {
    return STANDARD;
  }

  private static PricingTier tier(long fromCents, long pricePerVisitMicros) {
    return new PricingTier(Money.ofCents(fromCents), Money.ofMicros(pricePerVisitMicros));
  }

  public int version() {
    return version;
  }

  public List<PricingTier> tiers() {
    return tiers;
  }

  /**
   * What {@code amount} buys.
   *
   * @throws InvalidValueException if the amount lies below the first tier
   */
  public Quote quote(Money amount) {
    int reached = tiers.size() - 1;
    while (reached >= 0 && amount.compareTo(tiers.get(reached).from()) < 0) {
      reached--;
    }
    if (reached < 0) {
      Money least = tiers.get(0).from();
      throw new InvalidValueException("", "an amount is at least " + least, least.toString());
    }
    PricingTier tier = tiers.get(reached);
    Optional<NextTier> next =
        reached + 1 < tiers.size()
            ? Optional.of(NextTier.of(tiers.get(reached + 1), amount))
            : Optional.empty();
    return new Quote(amount, tier.visits(amount), tier.pricePerVisit(), version, next);
  }

  /**
   * The quote of the least amount, in whole cents, that buys at least {@code visits}.
   *
   * @throws InvalidValueException if the number is not positive or its price not representable
   */
  public Quote quoteVisits(long visits) {
    if (visits <= 0 || visits > Long.MAX_VALUE / tiers.get(0).pricePerVisit().micros() / 2) {
      throw new InvalidValueException("", "a number of visits is positive", "1000000");
    }
    for (int i = 0; i < tiers.size(); i++) {
      PricingTier tier = tiers.get(i);
      Money price = tier.pricePerVisit().times(visits).toCents(Rounding.CEILING);
      Money amount = price.compareTo(tier.from()) < 0 ? tier.from() : price;
      if (i + 1 == tiers.size() || amount.compareTo(tiers.get(i + 1).from()) < 0) {
        return quote(amount);
      }
    }
    throw new IllegalStateException("the last tier is open");
  }
}
