package io.trafficgen.bootstrap;

import io.trafficgen.application.affiliate.ApproveEarnings;
import io.trafficgen.application.affiliate.CancelPayout;
import io.trafficgen.application.affiliate.ChangeCode;
import io.trafficgen.application.affiliate.ChooseAutoCredit;
import io.trafficgen.application.affiliate.CreditEarnings;
import io.trafficgen.application.affiliate.ExportEarnings;
import io.trafficgen.application.affiliate.FollowLink;
import io.trafficgen.application.affiliate.ListClicks;
import io.trafficgen.application.affiliate.ListEarnings;
import io.trafficgen.application.affiliate.ListPayouts;
import io.trafficgen.application.affiliate.MovePayout;
import io.trafficgen.application.affiliate.Referrals;
import io.trafficgen.application.affiliate.ReleaseEarning;
import io.trafficgen.application.affiliate.RequestPayout;
import io.trafficgen.application.affiliate.ReviewEarnings;
import io.trafficgen.application.affiliate.ReviewPayouts;
import io.trafficgen.application.affiliate.ShowAffiliate;
import io.trafficgen.application.affiliate.VoidEarning;
import io.trafficgen.application.audit.AuditTrail;
import io.trafficgen.domain.affiliate.PayoutRule;
import io.trafficgen.persistence.PostgresAccounts;
import io.trafficgen.persistence.PostgresAffiliates;
import io.trafficgen.persistence.PostgresEarnings;
import io.trafficgen.persistence.PostgresPayouts;
import io.trafficgen.persistence.PostgresReferralClicks;
import io.trafficgen.web.Access;
import io.trafficgen.web.AffiliateReviewRoutes;
import io.trafficgen.web.AffiliateRoutes;
import io.trafficgen.web.PayoutRoutes;
import io.trafficgen.web.ReferralRoutes;
import io.trafficgen.web.RouteGroup;
import java.util.List;

/** Affiliates: their links, what they earn, and how they get it. */
final class AffiliateWiring {
  private final Wiring core;
  private final PostgresAffiliates affiliates;
  private final PostgresEarnings earnings;
  private final PostgresPayouts payouts;
  private final PostgresReferralClicks clicks;
  private final AuditTrail trail;
  private final ApproveEarnings approve;
  private final CreditEarnings credit;

  AffiliateWiring(Wiring core) {
    this.core = core;
    this.affiliates = new PostgresAffiliates(core.database);
    this.earnings = new PostgresEarnings(core.database);
    this.payouts = new PostgresPayouts(core.database);
    this.clicks = new PostgresReferralClicks(core.database);
    this.trail = new AuditTrail(core.ids, core.clock);
    this.approve = new ApproveEarnings(earnings, core.clock);
    this.credit = new CreditEarnings(earnings, core.prices.current(), trail, core.ids, core.clock);
  }

  /** Who brings whom; the same marks of visitors for clicks and sign-ups. */
  static Referrals referrals(Wiring core) {
    return new Referrals(new PostgresAccounts(core.database), core.data.key("visitor-marks"));
  }

  /** What time does: both are one look into an index while nothing is due. */
  void settle() {
    approve.approve();
    credit.credit();
  }

  List<RouteGroup> routes(Access access) {
    return List.of(links(), affiliate(access), payouts(access), review(access));
  }

  private RouteGroup links() {
    return new ReferralRoutes(
        new FollowLink(referrals(core), clicks, core.ids, core.clock),
        core.config.signUpPage(),
        "https".equals(core.config.baseUrl().getScheme()));
  }

  private RouteGroup affiliate(Access access) {
    return new AffiliateRoutes(
        new ShowAffiliate(affiliates),
        new ChangeCode(affiliates, core.random, trail),
        new ChooseAutoCredit(affiliates, trail),
        new ListClicks(clicks),
        new ListEarnings(affiliates),
        new ExportEarnings(affiliates),
        core.config.baseUrl().toString(),
        access);
  }

  private RouteGroup payouts(Access access) {
    return new PayoutRoutes(
        new RequestPayout(payouts, PayoutRule.standard(), trail, core.ids, core.clock),
        new ListPayouts(payouts),
        new CancelPayout(payouts, trail, core.clock),
        access);
  }

  private RouteGroup review(Access access) {
    return new AffiliateReviewRoutes(
        new ReviewEarnings(earnings),
        new ReleaseEarning(earnings, trail),
        new VoidEarning(earnings, trail, core.ids, core.clock),
        new ReviewPayouts(payouts),
        new MovePayout(payouts, trail, core.clock),
        access);
  }
}
