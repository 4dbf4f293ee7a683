package io.trafficgen.persistence.simulator;

import io.trafficgen.application.port.PaymentHints;
import io.trafficgen.application.port.WebhookEvent;
import io.trafficgen.domain.account.AccountId;
import io.trafficgen.domain.billing.ReversalKind;
import io.trafficgen.domain.billing.TopUp;
import io.trafficgen.domain.billing.TopUpReference;
import io.trafficgen.domain.billing.TopUpStatus;
import io.trafficgen.domain.money.Money;
import io.trafficgen.domain.pricing.PricingCurve;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What payers, their bank and the provider do. */
final class MoneyOperations {
  private static final List<Long> EDGES =
      List.of(1L, 2L, 3L, 7L, 128_99L, 129_00L, 398_99L, 399_00L, 999_00L, 1249_00L, 2999_00L);

  private final MoneyWorld world;

  MoneyOperations(MoneyWorld world) {
    this.world = world;
  }

  String pay() {
    Money amount = amount();
    return "pay " + amount + " " + world.provider.pay(amount, hints());
  }

  private Money amount() {
    return Money.ofCents(
        world.onceIn(3)
            ? EDGES.get(world.random.nextInt(EDGES.size()))
            : 1 + world.random.nextInt(20_00));
  }

  private PaymentHints hints() {
    AccountId payer = world.anyAccount();
    return switch (world.random.nextInt(6)) {
      case 0 -> PaymentHints.none();
      case 1 -> user(world.uuid());
      case 2, 3 -> {
        TopUp topUp = topUp(payer);
        yield world.onceIn(2)
            ? PaymentHints.ofReference(topUp.reference().value())
            : new PaymentHints(
                Optional.of(topUp.id()), Optional.empty(), Optional.empty(), Optional.empty());
      }
      default -> user(payer.value());
    };
  }

  private static PaymentHints user(UUID id) {
    return new PaymentHints(Optional.empty(), Optional.empty(), Optional.of(id), Optional.empty());
  }

  private TopUp topUp(AccountId payer) {
    TopUp topUp =
        new TopUp(
            world.uuid(),
            payer,
            TopUpReference.random(world.random),
            PricingCurve.standard().quote(Money.ofCents(500_00)),
            TopUpStatus.PENDING,
            world.time.instant());
    return world.topUps.add(topUp) ? topUp : topUp(payer);
  }

  String payOddly() {
    return "pay oddly " + world.provider.payOddly("12.50 USD");
  }

  String declined() {
    world.provider.fail(hints());
    return "declined";
  }

  String deliver() {
    return world
        .provider
        .next()
        .map(key -> "deliver " + key + " " + world.inbox.receive(event(key)))
        .orElse("nothing to deliver");
  }

  private WebhookEvent event(String key) {
    return new WebhookEvent(
        world.uuid(),
        world.provider.name(),
        key,
        key.getBytes(StandardCharsets.UTF_8),
        world.crediting.clock().instant());
  }

  String repeat() {
    world.provider.repeat();
    return "the provider repeats itself";
  }

  String work() {
    world.worker.book();
    return "work";
  }

  /** A worker claims events and is never heard of again. */
  String workerDies() {
    return "worker dies with " + world.inbox.claim(world.time.instant(), 3).size();
  }

  String wait(Duration time) {
    world.time.advance(time);
    return "wait " + time;
  }

  String refund() {
    return anyPayment(2)
        .map(payment -> giveBack(payment, ReversalKind.REFUND))
        .orElse("nothing to refund");
  }

  String chargeBack() {
    return anyPayment(1)
        .map(payment -> giveBack(payment, ReversalKind.CHARGEBACK))
        .orElse("nothing to charge back");
  }

  private String giveBack(String payment, ReversalKind kind) {
    Money left = world.provider.left(payment);
    Money amount =
        world.onceIn(2) || left.equals(Money.CENT)
            ? left
            : Money.ofCents(1 + world.random.nextLong(left.micros() / 10_000 - 1));
    world.provider.giveBack(payment, amount, kind);
    return kind + " " + payment + " " + amount;
  }

  /** One that the provider has something left of. */
  private Optional<String> anyPayment(int least) {
    List<String> refundable =
        world.provider.payments().stream()
            .filter(payment -> world.provider.left(payment).compareTo(Money.ofCents(least)) >= 0)
            .toList();
    return refundable.isEmpty()
        ? Optional.empty()
        : Optional.of(refundable.get(world.random.nextInt(refundable.size())));
  }

  String lie() {
    anyPayment(1).ifPresent(world.provider::lie);
    return "the provider lies";
  }

  String dispute() {
    anyPayment(1).ifPresent(payment -> world.provider.dispute(payment, "d-" + payment));
    return "dispute";
  }

  String win() {
    anyPayment(1).ifPresent(payment -> world.provider.win(payment, "d-" + payment));
    return "dispute won";
  }

  String lose() {
    anyPayment(1).ifPresent(payment -> world.provider.lose(payment, "d-" + payment));
    return "dispute lost";
  }
}
