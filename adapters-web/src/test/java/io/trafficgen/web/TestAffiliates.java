package io.trafficgen.web;

import io.trafficgen.application.affiliate.CancelPayout;
import io.trafficgen.application.affiliate.ChangeCode;
import io.trafficgen.application.affiliate.ChooseAutoCredit;
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
import java.net.URI;
import java.util.List;

/** The routes around affiliates of a {@link TestHouse}. */
final class TestAffiliates {
  static final String SIGN_UP = "https://traffic.example/join";

  private TestAffiliates() {}

  static Referrals referrals(TestPorts ports) {
    return new Referrals(ports.accounts, new byte[32]);
  }

  static List<RouteGroup> routes(TestHouse house, TestSurroundings around, Access access) {
    TestPorts ports = house.ports;
    AuditTrail trail = new AuditTrail(house.ids, house.clock);
    return List.of(
        new ReferralRoutes(
            new FollowLink(referrals(ports), ports.clicks, house.ids, house.clock),
            URI.create(SIGN_UP),
            around.baseUrl().startsWith("https:")),
        new AffiliateRoutes(
            new ShowAffiliate(ports.affiliates),
            new ChangeCode(ports.affiliates, house.random, trail),
            new ChooseAutoCredit(ports.affiliates, trail),
            new ListClicks(ports.clicks),
            new ListEarnings(ports.affiliates),
            new ExportEarnings(ports.affiliates),
            TestHouse.BASE_URL,
            access),
        new PayoutRoutes(
            new RequestPayout(ports.payouts, PayoutRule.standard(), trail, house.ids, house.clock),
            new ListPayouts(ports.payouts),
            new CancelPayout(ports.payouts, trail, house.clock),
            access),
        new AffiliateReviewRoutes(
            new ReviewEarnings(ports.earnings),
            new ReleaseEarning(ports.earnings, trail),
            new VoidEarning(ports.earnings, trail, house.ids, house.clock),
            new ReviewPayouts(ports.payouts),
            new MovePayout(ports.payouts, trail, house.clock),
            access));
  }
}
