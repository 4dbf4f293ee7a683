package io.trafficgen.domain.pricing;

import java.util.List;

/**
 * The curve in force, and those before it: what was promised at an old one is kept.
 *
 * @param earlier curves that intents and parked payments may still be bound to
 */
public record PriceList(PricingCurve current, List<PricingCurve> earlier) {
  public PriceList {
    earlier = List.copyOf(earlier);
  }

  /** The plan's curve, the only one so far. */
  public static PriceList standard() {
    return new PriceList(PricingCurve.standard(), List.of());
  }

  /** The curve of this version; the one in force if it is not known. */
  public PricingCurve version(int version) {
    return earlier.stream().filter(curve -> curve.version() == version).findAny().orElse(current);
  }
}
