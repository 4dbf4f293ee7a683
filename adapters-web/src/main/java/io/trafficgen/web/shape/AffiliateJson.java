package io.trafficgen.web.shape;

import io.trafficgen.domain.affiliate.AffiliateSummary;
import io.trafficgen.domain.money.Money;

/**
 * An affiliate's standing.
 *
 * @param clicks 0 until clicks are logged
 * @param approved 0 until payouts exist: the plan's two states are pending and paid
 */
public record AffiliateJson(
    String code,
    String link,
    long clicks,
    long signUps,
    Money pending,
    Money approved,
    Money paid) {
  /**
   * @param baseUrl of this server, without a slash at its end
   */
  public static AffiliateJson of(AffiliateSummary summary, String baseUrl) {
    return new AffiliateJson(
        summary.code().value(),
        baseUrl + "/r/" + summary.code().value(),
        0,
        summary.signUps(),
        summary.pending(),
        Money.ZERO,
        summary.paid());
  }
}
