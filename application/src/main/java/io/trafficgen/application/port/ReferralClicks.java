package io.trafficgen.application.port;

import io.trafficgen.domain.Page;
import io.trafficgen.domain.PageRequest;
import io.trafficgen.domain.account.AccountId;
import io.trafficgen.domain.account.AffiliateCode;
import io.trafficgen.domain.account.VisitorMark;
import io.trafficgen.domain.affiliate.ReferralClick;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** Who followed affiliates' links; no address is kept, only its mark. */
public interface ReferralClicks {
  /** As long as a click is counted once for each code and place. */
  Duration ONCE_IN = Duration.ofHours(24);

  /**
   * Logs a click on a link with this code, an earlier code of its owner included.
   *
   * @return false if nobody has the code, or a click from there was logged within {@link #ONCE_IN};
   *     of several at once one is logged
   */
  boolean log(UUID id, AffiliateCode code, VisitorMark visitor, Instant at);

  Page<ReferralClick> list(AccountId affiliate, PageRequest request);
}
