package io.trafficgen.web.shape;

import io.trafficgen.domain.affiliate.ReferralClick;
import java.time.Instant;
import java.util.UUID;

/** Somebody followed an affiliate's link. */
public record ClickJson(UUID id, String code, boolean signedUp, Instant createdAt) {
  public static ClickJson of(ReferralClick click) {
    return new ClickJson(click.id(), click.code().value(), click.signedUp(), click.at());
  }
}
