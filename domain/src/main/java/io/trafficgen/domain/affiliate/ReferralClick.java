package io.trafficgen.domain.affiliate;

import io.trafficgen.domain.account.AffiliateCode;
import java.time.Instant;
import java.util.UUID;

/**
 * Somebody followed an affiliate's link.
 *
 * @param signedUp whether an account of the affiliate's signed up from the same place since
 */
public record ReferralClick(UUID id, AffiliateCode code, boolean signedUp, Instant at) {}
