package io.trafficgen.application.port;

import io.trafficgen.domain.Page;
import io.trafficgen.domain.PageRequest;
import io.trafficgen.domain.account.AccountId;
import io.trafficgen.domain.affiliate.EarningFile;
import io.trafficgen.domain.affiliate.EarningStatus;
import io.trafficgen.domain.affiliate.EarningTotal;
import io.trafficgen.domain.affiliate.TrackedEarning;
import io.trafficgen.domain.billing.Wallet;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Commission of all affiliates, and what becomes of it; paid rows never change. */
public interface Earnings {
  /**
   * @param status empty for all
   * @param payment only commission on this payment
   */
  Page<TrackedEarning> list(
      Optional<EarningStatus> status, Optional<UUID> payment, PageRequest request);

  /** Approves what is pending and mature; returns how many rows. */
  int approve(Instant now);

  /**
   * Does what the rule says of the commission on one payment, locked. What the rule throws leaves
   * everything as it is.
   *
   * @param earning any row of the commission
   * @return the commission itself, afterwards; empty if there is no such row
   */
  Optional<TrackedEarning> decide(UUID earning, Function<EarningFile, EarningRuling> rule);

  /** Some of those whose earnings are to be credited to their balance, and have any. */
  List<AccountId> creditable();

  /**
   * Credits all earnings that are pending or approved; they are paid by it. Of several at once one
   * does; nothing happens unless the affiliate wants it so still.
   *
   * @param rule from the affiliate's wallet, locked, and what there is, to what is booked; empty
   *     for nothing
   */
  boolean credit(
      AccountId affiliate, BiFunction<Wallet, EarningTotal, Optional<EarningCredit>> rule);
}
