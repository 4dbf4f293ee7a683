package io.trafficgen.persistence.simulator;

import io.trafficgen.application.affiliate.ApproveEarnings;
import io.trafficgen.application.affiliate.CancelPayout;
import io.trafficgen.application.affiliate.ChooseAutoCredit;
import io.trafficgen.application.affiliate.CreditEarnings;
import io.trafficgen.application.affiliate.MovePayout;
import io.trafficgen.application.affiliate.ReleaseEarning;
import io.trafficgen.application.affiliate.RequestPayout;
import io.trafficgen.application.affiliate.VoidEarning;
import io.trafficgen.domain.PageRequest;
import io.trafficgen.domain.account.AccountId;
import io.trafficgen.domain.affiliate.Payout;
import io.trafficgen.domain.affiliate.PayoutRule;
import io.trafficgen.domain.affiliate.PayoutStatus;
import io.trafficgen.domain.affiliate.TrackedEarning;
import io.trafficgen.domain.audit.Actor;
import io.trafficgen.domain.money.Money;
import io.trafficgen.domain.pricing.PricingCurve;
import io.trafficgen.persistence.PostgresAffiliates;
import io.trafficgen.persistence.PostgresEarnings;
import io.trafficgen.persistence.PostgresPayouts;
import java.util.List;
import java.util.Optional;

/** What affiliates want, and what operators do about it. */
final class AffiliateOperations {
  private static final String ADDRESS = "192.0.2.2";
  private static final Actor OPERATOR = Actor.stranger("192.0.2.1");
  private static final PageRequest ALL = new PageRequest(100, Optional.empty());

  private final MoneyWorld world;
  private final PostgresEarnings earnings;
  private final PostgresPayouts payouts;
  private final PostgresAffiliates affiliates;

  AffiliateOperations(MoneyWorld world) {
    this.world = world;
    this.earnings = new PostgresEarnings(world.database);
    this.payouts = new PostgresPayouts(world.database);
    this.affiliates = new PostgresAffiliates(world.database);
  }

  String approve() {
    return "approve earnings " + new ApproveEarnings(earnings, world.time).approve();
  }

  String request() {
    AccountId affiliate = world.anyAccount();
    Payout payout =
        new RequestPayout(payouts, new PayoutRule(Money.CENT), world.trail, world::uuid, world.time)
            .request(affiliate, Optional.empty(), ADDRESS);
    return "request payout of " + payout.amount();
  }

  String move() {
    return any(payouts.list(Optional.empty(), ALL).items())
        .map(payout -> {
          List<PayoutStatus> next = List.copyOf(payout.status().next());
          List<PayoutStatus> all = List.of(PayoutStatus.values());
          PayoutStatus to = any(next.isEmpty() || world.onceIn(6) ? all : next).orElseThrow();
          new MovePayout(payouts, world.trail, world.time)
              .move(payout.id(), to, Optional.of("because"), OPERATOR);
          return "payout becomes " + to;
        })
        .orElse("no payout");
  }

  String cancel() {
    return any(payouts.list(Optional.empty(), ALL).items())
        .map(payout -> {
          new CancelPayout(payouts, world.trail, world.time)
              .cancel(payout.affiliate(), payout.id(), ADDRESS);
          return "payout cancelled";
        })
        .orElse("no payout");
  }

  String chooseAutoCredit() {
    boolean on = world.onceIn(2);
    new ChooseAutoCredit(affiliates, world.trail).choose(world.anyAccount(), on, ADDRESS);
    return "auto-credit " + on;
  }

  String credit() {
    new CreditEarnings(earnings, PricingCurve.standard(), world.trail, world::uuid, world.time)
        .credit();
    return "credit earnings";
  }

  String release() {
    return any(commissions())
        .map(found -> {
          new ReleaseEarning(earnings, world.trail).release(found.earning().id(), OPERATOR);
          return "release commission";
        })
        .orElse("no commission");
  }

  String refuse() {
    return any(commissions())
        .map(found -> {
          new VoidEarning(earnings, world.trail, world::uuid, world.time)
              .refuse(found.earning().id(), "own payment", OPERATOR);
          return "void commission";
        })
        .orElse("no commission");
  }

  private List<TrackedEarning> commissions() {
    return earnings.list(Optional.empty(), Optional.empty(), ALL).items();
  }

  private <T> Optional<T> any(List<T> items) {
    return items.isEmpty()
        ? Optional.empty()
        : Optional.of(items.get(world.random.nextInt(items.size())));
  }
}
