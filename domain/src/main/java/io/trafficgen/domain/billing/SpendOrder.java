package io.trafficgen.domain.billing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Which lots pay: bonus first, then oldest; a visit is paid wholly by one lot. */
public final class SpendOrder {
  private static final Comparator<Lot> ORDER =
      Comparator.comparing(Lot::kind)
          .thenComparing(Lot::createdAt)
          .thenComparing(lot -> lot.id().value());

  private SpendOrder() {}

  /** The lots as they are spent. */
  public static List<Lot> sorted(List<Lot> lots) {
    return lots.stream().sorted(ORDER).toList();
  }

  /**
   * A hold for at most {@code visits}; fewer, or none, if the lots cannot pay more.
   *
   * @param lots in any order
   */
  public static Hold hold(List<Lot> lots, long visits) {
    List<HoldPart> parts = new ArrayList<>();
    long wanted = visits;
    for (Lot lot : sorted(lots)) {
      long paid = Math.min(wanted, lot.affordableVisits());
      if (paid > 0) {
        parts.add(HoldPart.of(lot, paid));
        wanted -= paid;
      }
    }
    return new Hold(parts);
  }
}
