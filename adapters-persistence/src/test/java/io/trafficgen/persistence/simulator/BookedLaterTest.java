package io.trafficgen.persistence.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.trafficgen.application.ConflictException;
import io.trafficgen.application.billing.RefundPayment;
import io.trafficgen.application.port.PaymentHints;
import io.trafficgen.application.port.WebhookEvent;
import io.trafficgen.domain.affiliate.Earning;
import io.trafficgen.domain.affiliate.EarningStatus;
import io.trafficgen.domain.audit.Actor;
import io.trafficgen.domain.billing.EventState;
import io.trafficgen.domain.billing.PaymentFile;
import io.trafficgen.domain.billing.PaymentStatus;
import io.trafficgen.domain.billing.ReversalKind;
import io.trafficgen.domain.billing.TopUp;
import io.trafficgen.domain.billing.TopUpReference;
import io.trafficgen.domain.billing.TopUpStatus;
import io.trafficgen.domain.money.Money;
import io.trafficgen.domain.pricing.PricingCurve;
import io.trafficgen.persistence.PostgresAccounts;
import io.trafficgen.persistence.PostgresDatabase;
import io.trafficgen.persistence.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Payments that could not be booked when they were first told of. */
class BookedLaterTest {
  private static final Actor OPERATOR = Actor.stranger("192.0.2.1");
  private static final Money AMOUNT = Money.ofCents(500_00);

  private final PostgresDatabase database = TestDatabase.fresh();
  private final MoneyWorld world = new MoneyWorld(database, 7);

  BookedLaterTest() {
    world.provider.becomeReliable();
  }

  @AfterEach
  void every_promise_holds() {
    assertThat(world.ledger.reconcile()).isEmpty();
    database.close();
  }

  @Test
  void a_parked_payment_that_is_told_again_ends_both_events_and_its_top_up() {
    TopUp topUp =
        new TopUp(
            world.uuid(),
            world.accounts.get(2),
            TopUpReference.random(world.random),
            PricingCurve.standard().quote(AMOUNT),
            TopUpStatus.PENDING,
            world.time.instant());
    String id = world.provider.pay(AMOUNT, hints(topUp));
    UUID first = book(world.provider.keys().getFirst());
    assertThat(state(first)).isEqualTo(EventState.PARKED);

    world.topUps.add(topUp);
    UUID second = book(world.provider.again(world.provider.keys().getFirst()));

    assertThat(state(first)).isEqualTo(EventState.PROCESSED);
    assertThat(state(second)).isEqualTo(EventState.PROCESSED);
    assertThat(world.topUps.find(topUp.id()).orElseThrow().status())
        .isEqualTo(TopUpStatus.COMPLETED);
    // Paid from the mailbox of whoever would earn by it.
    assertThat(file(id).earnings()).singleElement().returns(EarningStatus.HELD, Earning::status);
  }

  private PaymentHints hints(TopUp topUp) {
    String referrer =
        new PostgresAccounts(database).find(world.accounts.get(0)).orElseThrow().email().value();
    return new PaymentHints(
        Optional.empty(),
        Optional.of(topUp.reference().value()),
        Optional.empty(),
        Optional.of(referrer));
  }

  @Test
  void a_parked_payment_that_goes_back_wholly_is_done_with() {
    String id = world.provider.pay(AMOUNT, PaymentHints.none());
    UUID paid = book(world.provider.keys().getFirst());
    world.provider.giveBack(id, AMOUNT, ReversalKind.REFUND);
    book(world.provider.keys().getFirst());

    assertThat(file(id).payment().status()).isEqualTo(PaymentStatus.RETURNED);
    assertThat(state(paid)).isEqualTo(EventState.PROCESSED);
  }

  @Test
  void a_refund_that_the_provider_told_of_is_not_announced_afterwards() {
    UUID payer = world.accounts.get(0).value();
    String id =
        world.provider.pay(
            AMOUNT,
            new PaymentHints(
                Optional.empty(), Optional.empty(), Optional.of(payer), Optional.empty()));
    book(world.provider.keys().getFirst());
    world.provider.giveBack(id, Money.ofCents(30_00), ReversalKind.REFUND);
    book(world.provider.keys().getFirst());

    assertThatThrownBy(() -> refund(id, 30_00)).isInstanceOf(ConflictException.class);
    assertThat(file(id).payment().net()).isEqualTo(Money.ofCents(470_00));
    assertThat(refund(id, 20_00)).isTrue();
  }

  private boolean refund(String id, long cents) {
    return new RefundPayment(world.payments, world.crediting, world.trail)
        .refund(file(id).payment().id(), Money.ofCents(cents), "goodwill", OPERATOR);
  }

  private PaymentFile file(String id) {
    return world
        .payments
        .find(world.provider.name(), id)
        .flatMap(world.payments::find)
        .orElseThrow();
  }

  /** Takes the event in and books it; our identity of it. */
  private UUID book(String key) {
    UUID event = world.uuid();
    byte[] body = key.getBytes(StandardCharsets.UTF_8);
    world.inbox.receive(
        new WebhookEvent(event, world.provider.name(), key, body, world.time.instant()));
    world.worker.book();
    return event;
  }

  private EventState state(UUID event) {
    return world.inbox.find(event).orElseThrow().state();
  }
}
