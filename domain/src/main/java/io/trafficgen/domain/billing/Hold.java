package io.trafficgen.domain.billing;

import io.trafficgen.domain.money.Money;
import java.util.ArrayList;
import java.util.List;

/**
 * Money reserved for a grant: captured visit by visit as they complete, the rest released once.
 *
 * @param parts in spend order
 */
public record Hold(List<HoldPart> parts) {
  public Hold {
    parts = List.copyOf(parts);
  }

  /** Visits promised by all lots together. */
  public long visits() {
    return parts.stream().mapToLong(HoldPart::held).sum();
  }

  /** Visits neither captured nor released. */
  public long open() {
    return parts.stream().mapToLong(HoldPart::open).sum();
  }

  /**
   * Pays {@code visits} from the first lots that still hold some.
   *
   * @throws IllegalArgumentException if fewer are open
   */
  public Capture capture(long visits) {
    List<HoldPart> after = new ArrayList<>();
    List<CapturedPart> captured = new ArrayList<>();
    long left = visits;
    for (HoldPart part : parts) {
      long paid = Math.min(left, part.open());
      if (paid > 0) {
        captured.add(new CapturedPart(part.lot(), paid, part.pricePerVisit().times(paid)));
      }
      after.add(part.capture(paid));
      left -= paid;
    }
    if (left > 0) {
      throw new IllegalArgumentException("the hold is short by " + left + " visits");
    }
    return new Capture(new Hold(after), captured);
  }

  /**
   * What a capture did.
   *
   * @param hold the hold after it
   * @param parts what each lot paid
   */
  public record Capture(Hold hold, List<CapturedPart> parts) {
    public Capture {
      parts = List.copyOf(parts);
    }

    /** The whole price. */
    public Money amount() {
      return parts.stream().map(CapturedPart::amount).reduce(Money.ZERO, Money::plus);
    }
  }

  /** What one lot paid for {@code visits}. */
  public record CapturedPart(LotId lot, long visits, Money amount) {}
}
