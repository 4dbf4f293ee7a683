package io.trafficgen.application.port;

import io.trafficgen.domain.Page;
import io.trafficgen.domain.PageRequest;
import io.trafficgen.domain.account.AccountId;
import io.trafficgen.domain.affiliate.EarningTotal;
import io.trafficgen.domain.affiliate.Payout;
import io.trafficgen.domain.affiliate.PayoutStatus;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * Earnings on their way to affiliates; each is in at most one live payout (3.5, I10). What a rule
 * throws leaves everything as it is.
 */
public interface Payouts {
  /**
   * Makes a payout of all earnings of the affiliate that are approved now, locked: of several at
   * once one gets them.
   */
  Payout request(AccountId affiliate, Function<EarningTotal, PayoutChange> rule);

  /**
   * Changes a payout as the rule says, locked, and its earnings with it.
   *
   * @return the payout afterwards; empty if there is none
   */
  Optional<Payout> decide(UUID payout, Function<Payout, PayoutChange> rule);

  Optional<Payout> find(UUID payout);

  Page<Payout> list(AccountId affiliate, PageRequest request);

  /**
   * @param status empty for all
   */
  Page<Payout> list(Optional<PayoutStatus> status, PageRequest request);
}
