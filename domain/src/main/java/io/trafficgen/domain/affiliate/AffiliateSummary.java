package io.trafficgen.domain.affiliate;

import io.trafficgen.domain.account.AffiliateCode;
import io.trafficgen.domain.money.Money;

/**
 * An affiliate's standing.
 *
 * @param signUps accounts that were brought
 * @param pending earned, not paid out
 * @param paid paid out
 */
public record AffiliateSummary(AffiliateCode code, long signUps, Money pending, Money paid) {}
