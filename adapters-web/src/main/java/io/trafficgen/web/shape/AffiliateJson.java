package io.trafficgen.web.shape;

import io.trafficgen.domain.affiliate.AffiliateSummary;
import io.trafficgen.domain.money.Money;

/**
 * An affiliate's standing; the four sums together are all that was ever earned.
 *
 * @param pending held earnings included
 * @param approved what a payout would take
 * @param inPayout in payouts that are not done
 */
public record AffiliateJson(
    String code,
    String link,
    long clicks,
    long signUps,
    Money pending,
    Money approved,
    Money paid,
    Money inPayout,
    boolean autoCredit) {
  /**
   * @param baseUrl of this server, without a slash at its end
   */
  public static AffiliateJson of(AffiliateSummary summary, String baseUrl) {
    return new AffiliateJson(
        summary.code().value(),
        baseUrl + "/r/" + summary.code().value(),
        summary.clicks(),
        summary.signUps(),
        summary.pending(),
        summary.approved(),
        summary.paid(),
        summary.inPayout(),
        summary.autoCredit());
  }
}
