package io.trafficgen.domain.visit;

import io.trafficgen.domain.billing.Hold;
import io.trafficgen.domain.billing.Lot;
import io.trafficgen.domain.billing.SpendOrder;
import io.trafficgen.domain.project.VisitLimits;
import java.util.List;
import java.util.Optional;

/**
 * What the stored budgets leave a project at one moment.
 *
 * @param issued visits already granted since {@link Pace#countedSince}
 * @param waiting granted visits that have not started
 * @param day left of the daily limit; {@link Long#MAX_VALUE} = unlimited
 * @param total left of the total target; {@link Long#MAX_VALUE} = unlimited
 * @param host left of the host's cap in this minute, over all accounts
 * @param lots open lots of the account, enough to pay what is asked
 */
public record Room(long issued, long waiting, long day, long total, long host, List<Lot> lots) {
  public Room {
    lots = List.copyOf(lots);
  }

  /** The room of a project that has run nothing yet. */
  public static Room ofNew(VisitLimits limits, int hostPerMinute, List<Lot> lots) {
    return new Room(
        0, 0, limitOf(limits.dailyLimit()), limitOf(limits.totalTarget()), hostPerMinute, lots);
  }

  private static long limitOf(int limit) {
    return limit == 0 ? Long.MAX_VALUE : limit;
  }

  /**
   * Most visits that may be granted now, and the first cap in the documented order that says so.
   *
   * @param allowed what the pace lets start since {@link Pace#countedSince}
   * @param chunk visits announced ahead at most ({@link Pace#chunk}); {@link Long#MAX_VALUE} where
   *     the window's visits are granted together
   */
  public Allowance left(Allowance allowed, long chunk) {
    return left(allowed, ahead(chunk));
  }

  /**
   * @param ahead visits announced ahead of their start at most, and what says so
   */
  public Allowance left(Allowance allowed, Allowance ahead) {
    Allowance left = unpaid(allowed, ahead);
    // where nothing may start anyway, money is not what is missing
    return left.visits() == 0
        ? left
        : left.and(SpendOrder.hold(lots, left.visits()).visits(), BindingCap.FUNDS);
  }

  /** As {@link #left}, whatever the lots can pay. */
  Allowance unpaid(Allowance allowed, long chunk) {
    return unpaid(allowed, ahead(chunk));
  }

  private static Allowance ahead(long chunk) {
    return new Allowance(chunk, Optional.of(BindingCap.SPEED));
  }

  private Allowance unpaid(Allowance allowed, Allowance ahead) {
    Allowance left =
        allowed.visits() == Long.MAX_VALUE
            ? allowed
            : new Allowance(Math.max(0, allowed.visits() - issued), allowed.cap());
    left = left.and(Math.max(0, ahead.visits() - waiting), ahead.cap().orElse(BindingCap.SPEED));
    left = left.and(Math.max(0, day), BindingCap.DAILY_LIMIT);
    left = left.and(Math.max(0, total), BindingCap.TOTAL_TARGET);
    return left.and(Math.max(0, host), BindingCap.HOST);
  }

  /** The money for {@code visits} that {@link #left} allowed. */
  public Hold hold(long visits) {
    return SpendOrder.hold(lots, visits);
  }
}
