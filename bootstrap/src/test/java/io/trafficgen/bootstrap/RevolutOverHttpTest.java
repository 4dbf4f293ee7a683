package io.trafficgen.bootstrap;

import static io.trafficgen.application.Fixtures.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.trafficgen.application.Fixtures;
import io.trafficgen.application.billing.PollPayments;
import io.trafficgen.application.fake.InMemoryWebhookInbox;
import io.trafficgen.application.port.MissedPayment;
import io.trafficgen.application.port.PaymentNotice.DisputeWon;
import io.trafficgen.application.port.PaymentNotice.Disputed;
import io.trafficgen.application.port.PaymentNotice.Failed;
import io.trafficgen.application.port.PaymentNotice.Paid;
import io.trafficgen.application.port.PaymentNotice.Reversed;
import io.trafficgen.application.port.WebhookEvent;
import io.trafficgen.bootstrap.demo.StubOrder;
import io.trafficgen.domain.billing.Payment;
import io.trafficgen.domain.billing.ReversalKind;
import io.trafficgen.domain.billing.TopUp;
import io.trafficgen.domain.money.Money;
import io.trafficgen.engine.ApacheGuardedHttp;
import io.trafficgen.web.payments.ProviderAwayException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Signature, truth, orders and what was missed, against a server that speaks Revolut's JSON. */
class RevolutOverHttpTest extends RevolutScene {
  @Test
  void what_is_paid_at_an_order_comes_back_with_its_intent() {
    TopUp topUp = ordered("129.50");

    UUID order = revolut.pay(orderOf(topUp)).id();

    assertThat(delivered())
        .isEqualTo(
            new Paid(
                new Payment("revolut", order.toString(), Money.parse("129.50")), hintsOf(topUp)));
  }

  @Test
  void an_order_that_fails_names_its_intent() {
    TopUp topUp = ordered("129.50");
    revolut.tell(
        StubOrder.of("payment", "failed", 12_950, "EUR", Optional.empty())
            .with(",\"metadata\":{\"intent_id\":\"" + topUp.id() + "\"}"));

    assertThat(delivered())
        .isInstanceOfSatisfying(
            Failed.class, failed -> assertThat(failed.hints().intent()).contains(topUp.id()));
  }

  @Test
  void a_refund_comes_as_an_order_of_its_own() {
    UUID paid = revolut.pay(orderOf(ordered("129.50"))).id();

    UUID refund = revolut.refund(paid, 100).id();

    assertThat(delivered())
        .isEqualTo(
            new Reversed(
                paid.toString(),
                refund.toString(),
                Optional.of(Money.parse("1.00")),
                ReversalKind.REFUND));
  }

  @Test
  void disputes_are_asked_for() {
    UUID paid = revolut.pay(orderOf(ordered("129.50"))).id();
    UUID dispute = UUID.randomUUID();

    revolut.dispute(dispute, paid, "needs_response");
    assertThat(delivered()).isEqualTo(new Disputed(paid.toString(), dispute.toString()));
    revolut.dispute(dispute, paid, "won");
    assertThat(delivered()).isEqualTo(new DisputeWon(paid.toString(), dispute.toString()));
  }

  @Test
  void every_missed_payment_is_found_on_whichever_page_it_stands() {
    Instant start = NOW.minus(Duration.ofDays(3));
    List<String> expected = new ArrayList<>();
    for (int i = 0; i < 250; i++) {
      // twenty at a time are of the same moment
      Instant made = start.plusSeconds(i / 20);
      StubOrder order = StubOrder.of("payment", "completed", 100, "EUR", Optional.empty());
      revolut.put(order.at(made, made));
      expected.add("ORDER_COMPLETED:" + order.id());
    }
    StubOrder open = StubOrder.of("payment", "pending", 100, "EUR", Optional.empty());
    revolut.put(open.at(start, start));

    List<MissedPayment> missed = settings(KEY).missed(http()).getFirst().since(start);

    assertThat(missed)
        .extracting(MissedPayment::dedupeKey)
        .containsExactlyInAnyOrderElementsOf(expected);
    assertThat(provider(KEY, http()).truth(stored("key", missed.getFirst().body())))
        .isInstanceOf(Paid.class);
  }

  @Test
  void what_was_delivered_is_not_booked_again_when_it_is_found() {
    StubOrder order =
        revolut.tell(StubOrder.of("payment", "completed", 100, "EUR", Optional.empty()));
    InMemoryWebhookInbox inbox = new InMemoryWebhookInbox();
    inbox.receive(stored("ORDER_COMPLETED:" + order.id(), new byte[] {1}));
    StubOrder lost =
        revolut.put(StubOrder.of("refund", "completed", 50, "EUR", Optional.of(order.id())));

    int missed =
        new PollPayments(
                settings(KEY).missed(http()), inbox, () -> {}, Fixtures::uuid, Instant::now)
            .poll();

    assertThat(missed).isEqualTo(1);
    assertThat(provider(KEY, http()).truth(inbox.received().getLast()))
        .isInstanceOfSatisfying(
            Reversed.class,
            reversed -> assertThat(reversed.reversalId()).isEqualTo(lost.id().toString()));
  }

  @Test
  void a_wrong_key_a_guarded_address_and_silence_are_tried_again_and_cost_no_intent() {
    revolut.pay(orderOf(ordered("10.00")));
    WebhookEvent event = stored("key", told.getLast().body().getBytes(StandardCharsets.UTF_8));
    ApacheGuardedHttp guarded = http("elsewhere.example");

    assertThatThrownBy(() -> provider("sk_2", http()).truth(event))
        .isInstanceOf(ProviderAwayException.class)
        .hasMessageContaining("401");
    assertThatThrownBy(() -> provider(KEY, guarded).truth(event))
        .isInstanceOf(ProviderAwayException.class);
    assertThat(settings(KEY).orders(guarded).orElseThrow().checkout(Fixtures.topUp("10")))
        .isEmpty();
    revolut.goAway();
    assertThatThrownBy(() -> provider(KEY, http()).truth(event))
        .isInstanceOf(ProviderAwayException.class);
    assertThat(ordered("10.00").checkout()).isEmpty();
  }
}
