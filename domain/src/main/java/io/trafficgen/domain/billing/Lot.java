package io.trafficgen.domain.billing;

import io.trafficgen.domain.money.Money;
import java.time.Instant;

/**
 * Money that buys visits at one price for ever: what a deposit becomes.
 *
 * @param pricePerVisit price of the tier that the deposit reached
 * @param priceVersion version of the curve at the time
 * @param remaining not yet spent, held part included
 * @param held promised to open grants
 * @param frozen whether its payment is disputed: nothing more is held of it
 */
public record Lot(
    LotId id,
    LotKind kind,
    Money pricePerVisit,
    int priceVersion,
    Money granted,
    Money remaining,
    Money held,
    boolean frozen,
    Instant createdAt) {
  public Lot {
    if (held.compareTo(Money.ZERO) < 0
        || remaining.compareTo(held) < 0
        || granted.compareTo(remaining) < 0) {
      throw new IllegalArgumentException("0 <= held <= remaining <= granted must hold");
    }
  }

  /** A lot as its deposit makes it. */
  public static Lot granted(
      LotId id, LotKind kind, Money amount, Money price, int priceVersion, Instant at) {
    return new Lot(id, kind, price, priceVersion, amount, amount, Money.ZERO, false, at);
  }

  /** What no open grant was promised. */
  public Money available() {
    return remaining.minus(held);
  }

  /** Visits that can still be held. */
  public long affordableVisits() {
    return frozen ? 0 : available().micros() / pricePerVisit.micros();
  }

  /** Visits left, held ones included. */
  public long remainingVisits() {
    return remaining.micros() / pricePerVisit.micros();
  }

  public Lot hold(long visits) {
    return with(remaining, held.plus(pricePerVisit.times(visits)));
  }

  /** Gives back what was held for {@code visits}. */
  public Lot release(long visits) {
    return with(remaining, held.minus(pricePerVisit.times(visits)));
  }

  /** Spends what was held for {@code visits}. */
  public Lot capture(long visits) {
    Money price = pricePerVisit.times(visits);
    return with(remaining.minus(price), held.minus(price));
  }

  /** The rest that cannot buy a visit any more; zero while something is held or a visit is left. */
  public Money dust() {
    return held.isZero() && remaining.compareTo(pricePerVisit) < 0 ? remaining : Money.ZERO;
  }

  /** The lot after its {@link #dust()} was swept. */
  public Lot withoutDust() {
    return with(remaining.minus(dust()), held);
  }

  /** Takes money that buys no visits: for a reversal or a debt. */
  public Lot take(Money amount) {
    return with(remaining.minus(amount), held);
  }

  public Lot freeze(boolean frozen) {
    return new Lot(
        id, kind, pricePerVisit, priceVersion, granted, remaining, held, frozen, createdAt);
  }

  private Lot with(Money remaining, Money held) {
    return new Lot(
        id, kind, pricePerVisit, priceVersion, granted, remaining, held, frozen, createdAt);
  }
}
