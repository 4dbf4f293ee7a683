package io.trafficgen.persistence.simulator;

import io.trafficgen.application.billing.AssignPayment;
import io.trafficgen.application.billing.GrantBonus;
import io.trafficgen.application.billing.RefundPayment;
import io.trafficgen.application.billing.ReturnPayment;
import io.trafficgen.domain.PageRequest;
import io.trafficgen.domain.account.AccountId;
import io.trafficgen.domain.audit.Actor;
import io.trafficgen.domain.audit.AuditAction;
import io.trafficgen.domain.billing.EventState;
import io.trafficgen.domain.billing.PaymentStatus;
import io.trafficgen.domain.billing.PurchaseLimits;
import io.trafficgen.domain.billing.ReceivedPayment;
import io.trafficgen.domain.billing.ReversalKind;
import io.trafficgen.domain.money.Money;
import io.trafficgen.persistence.PostgresAccounts;
import java.util.List;
import java.util.Optional;

/** What operators do about money. */
final class OperatorOperations {
  private static final Actor OPERATOR = Actor.stranger("192.0.2.1");
  private static final PageRequest ALL = new PageRequest(100, Optional.empty());

  private final MoneyWorld world;

  OperatorOperations(MoneyWorld world) {
    this.world = world;
  }

  String assign() {
    return parked()
        .map(payment -> {
          Optional<Money> euros =
              payment.amount().isPresent() == world.onceIn(10)
                  ? Optional.of(Money.ofCents(1 + world.random.nextInt(20_00)))
                  : Optional.empty();
          new AssignPayment(world.payments, world.crediting, world.trail)
              .assign(payment.id(), world.anyAccount(), euros, OPERATOR);
          return "assign " + payment.providerId();
        })
        .orElse("nothing parked");
  }

  String giveParkedBack() {
    return parked()
        .map(payment -> {
          new ReturnPayment(world.payments, world.crediting, world.trail)
              .giveBack(payment.id(), OPERATOR);
          return "return " + payment.providerId();
        })
        .orElse("nothing parked");
  }

  private Optional<ReceivedPayment> parked() {
    List<ReceivedPayment> parked =
        world
            .payments
            .list(world.onceIn(8) ? Optional.empty() : Optional.of(PaymentStatus.PARKED), ALL)
            .items();
    return parked.isEmpty()
        ? Optional.empty()
        : Optional.of(parked.get(world.random.nextInt(parked.size())));
  }

  /** An operator announces a refund; the provider makes it, and tells of it later. */
  String announceRefund() {
    List<ReceivedPayment> known = world.payments.list(Optional.empty(), ALL).items();
    if (known.isEmpty()) {
      return "nothing known";
    }
    ReceivedPayment payment = known.get(world.random.nextInt(known.size()));
    Money amount = Money.ofCents(1 + world.random.nextInt(10_00));
    new RefundPayment(world.payments, world.crediting, world.trail)
        .refund(payment.id(), amount, "goodwill", OPERATOR);
    if (world.provider.left(payment.providerId()).compareTo(amount) >= 0) {
      world.provider.giveBack(payment.providerId(), amount, ReversalKind.REFUND);
    }
    return "announce refund " + payment.providerId() + " " + amount;
  }

  String bonus() {
    AccountId account = world.anyAccount();
    new GrantBonus(
            world.ledger,
            new PostgresAccounts(world.database),
            world.crediting,
            PurchaseLimits.standard(),
            world.trail)
        .grant(account, Money.ofCents(1 + world.random.nextInt(300)), "welcome", OPERATOR);
    return "bonus";
  }

  String replay() {
    List<EventState> stuck = List.of(EventState.PARKED, EventState.DEAD, EventState.FAILED);
    world
        .inbox
        .list(Optional.of(stuck.get(world.random.nextInt(stuck.size()))), ALL)
        .items()
        .forEach(entry ->
            world.inbox.replay(
                entry.event().id(),
                world.trail.entry(
                    OPERATOR, AuditAction.EVENT_REPLAYED, "event:" + entry.event().id(), "")));
    return "replay";
  }
}
