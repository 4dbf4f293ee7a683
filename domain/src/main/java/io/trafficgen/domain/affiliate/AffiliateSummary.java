package io.trafficgen.domain.affiliate;

import io.trafficgen.domain.account.AffiliateCode;
import io.trafficgen.domain.money.Money;

/**
 * An affiliate's standing; the four sums together are all that was ever earned.
 *
 * @param code the current one; earlier ones keep working
 * @param clicks on the affiliate's links
 * @param signUps accounts that were brought
 * @param pending earned, held ones included
 * @param approved what a payout would take
 * @param inPayout in payouts that are not done
 * @param paid paid out, or credited to the balance
 * @param autoCredit whether earnings are credited to the balance at once
 */
public record AffiliateSummary(
    AffiliateCode code,
    long clicks,
    long signUps,
    Money pending,
    Money approved,
    Money inPayout,
    Money paid,
    boolean autoCredit) {}
