package io.trafficgen.web.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.trafficgen.application.port.PaymentHints;
import io.trafficgen.application.port.PaymentNotice.Failed;
import io.trafficgen.application.port.PaymentNotice.Irrelevant;
import io.trafficgen.application.port.PaymentNotice.Odd;
import io.trafficgen.application.port.PaymentNotice.Reversed;
import io.trafficgen.application.port.PaymentNotice.Unclear;
import io.trafficgen.domain.billing.ReversalKind;
import io.trafficgen.domain.money.Money;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What orders of Revolut mean, in the shapes of their OpenAPI description. */
class RevolutTruthTest extends RevolutTruthScene {
  @ParameterizedTest
  @CsvSource({"payment,1", "payment_request,50000", "payment,99999999999999"})
  void a_completed_payment_is_its_minor_units_in_euros(String type, long cents) {
    assertThat(completed(type, Long.toString(cents), ",\"currency\":\"EUR\""))
        .isEqualTo(paid(cents, TOLD));
  }

  @Test
  void an_order_tells_whose_money_it_is() {
    UUID user = new UUID(3, 4);
    UUID intent = new UUID(5, 6);
    assertThat(
            completed(
                "payment",
                "500",
                """
                ,"currency":"EUR","customer":{"email":"a@b.example"},\
                "merchant_order_data":{"reference":"TG-OTHER1"},\
                "metadata":{"user_id":"%s","intent_id":"%s"}\
                """
                    .formatted(user, intent)))
        .isEqualTo(
            paid(
                500,
                new PaymentHints(
                    Optional.of(intent),
                    Optional.of("TG-OTHER1"),
                    Optional.of(user),
                    Optional.of("a@b.example"))));
  }

  @ParameterizedTest
  @CsvSource({
    "500,USD,500/100 USD",
    "0,EUR,0/100 EUR",
    "-500,EUR,-500/100 EUR",
    "5.5,EUR,5.5/100 EUR",
    "5e2,EUR,5e2/100 EUR",
    "null,EUR,?/100 EUR",
    "999999999999999,EUR,999999999999999/100 EUR"
  })
  void money_that_cannot_be_credited_is_stated_as_it_was_written(
      String amount, String currency, String stated) {
    assertThat(completed("payment", amount, ",\"currency\":\"" + currency + "\""))
        .isInstanceOfSatisfying(
            Odd.class,
            odd -> {
              assertThat(odd.paymentId()).isEqualTo(ORDER);
              assertThat(odd.amount()).isEmpty();
              assertThat(odd.stated()).isEqualTo(stated);
            });
  }

  @Test
  void what_is_not_wholly_paid_is_for_an_operator() {
    assertThat(
            order(
                "ORDER_COMPLETED",
                "\"type\":\"payment\",\"state\":\"completed\",\"amount\":500,"
                    + "\"outstanding_amount\":1,\"currency\":\"EUR\""))
        .isInstanceOf(Odd.class);
  }

  @Test
  void a_refund_is_an_order_that_takes_money_back() {
    String type = "refund";
    String related = ",\"currency\":\"%s\",\"related_order_id\":\"" + EARLIER + "\"";
    assertThat(completed(type, "100", related.formatted("EUR")))
        .isEqualTo(
            new Reversed(EARLIER, ORDER, Optional.of(Money.ofCents(100)), ReversalKind.REFUND));
    assertThat(completed(type, "100", related.formatted("GBP"))).isInstanceOf(Unclear.class);
    assertThat(completed(type, "-100", related.formatted("EUR"))).isInstanceOf(Unclear.class);
    assertThat(completed(type, "100", ",\"currency\":\"EUR\"")).isInstanceOf(Unclear.class);
  }

  @Test
  void a_chargeback_is_told_of_by_its_dispute_alone() {
    assertThat(completed("chargeback", "100", ",\"currency\":\"EUR\""))
        .isInstanceOf(Irrelevant.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"chargeback_reversal", "credit_reimbursement"})
  void money_that_comes_back_is_for_an_operator_to_assign(String type) {
    assertThat(completed(type, "100", ",\"currency\":\"EUR\""))
        .isEqualTo(
            new Odd(
                ORDER,
                Optional.of(Money.ofCents(100)),
                "100/100 EUR",
                "money that had gone came back: " + type));
  }

  @ParameterizedTest
  @ValueSource(strings = {"failed", "cancelled"})
  void an_order_that_ended_unpaid_names_its_intent(String state) {
    String members = "\"type\":\"%s\",\"state\":\"%s\",\"amount\":5,\"currency\":\"EUR\"";
    assertThat(order("ORDER_FAILED", members.formatted("payment", state)))
        .isEqualTo(new Failed(TOLD, "the payment is " + state));
    assertThat(order("ORDER_FAILED", members.formatted("refund", state)))
        .isInstanceOf(Irrelevant.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"pending", "processing", "authorised"})
  void an_open_order_moves_no_money_and_one_told_to_be_completed_is_asked_for_again(String state) {
    String members = "\"type\":\"payment\",\"state\":\"" + state + "\"";
    assertThat(order("ORDER_AUTHORISED", members))
        .isEqualTo(new Irrelevant("not completed yet: " + state));
    assertThatThrownBy(() -> order("ORDER_COMPLETED", members))
        .isInstanceOf(ProviderAwayException.class);
  }

  @Test
  void what_was_fetched_counts_and_not_what_was_told() {
    assertThat(
            order(
                "ORDER_AUTHORISED",
                "\"type\":\"payment\",\"state\":\"completed\",\"amount\":5,\"currency\":\"EUR\""))
        .isEqualTo(paid(5, TOLD));
  }
}
