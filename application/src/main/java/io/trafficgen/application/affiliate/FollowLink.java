package io.trafficgen.application.affiliate;

import io.trafficgen.application.port.ReferralClicks;
import io.trafficgen.domain.account.AffiliateCode;
import io.trafficgen.domain.affiliate.UserAgents;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** Somebody follows an affiliate's link: counts the click and says what the browser is to keep. */
public final class FollowLink {
  private final Referrals referrals;
  private final ReferralClicks clicks;
  private final Supplier<UUID> ids;
  private final InstantSource clock;

  public FollowLink(
      Referrals referrals, ReferralClicks clicks, Supplier<UUID> ids, InstantSource clock) {
    this.referrals = referrals;
    this.clicks = clicks;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * Counts the click, unless it is a program's.
   *
   * @param code as it stands in the link
   * @param kept code that the browser keeps already: the first one stays, if it is known
   * @param looks whether somebody goes there, and does not only ask whether it is there
   * @return the code to keep; empty to leave everything as it is
   */
  public Optional<AffiliateCode> follow(
      String code,
      Optional<String> kept,
      Optional<String> userAgent,
      String address,
      boolean looks) {
    if (referrals.affiliate(code).isEmpty()) {
      return Optional.empty();
    }
    AffiliateCode known = AffiliateCode.parse(code);
    if (looks && !UserAgents.isProgram(userAgent)) {
      clicks.log(
          ids.get(),
          known,
          referrals.mark(address),
          clock.instant().truncatedTo(ChronoUnit.MILLIS));
    }
    return kept.flatMap(referrals::affiliate).isPresent() ? Optional.empty() : Optional.of(known);
  }
}
