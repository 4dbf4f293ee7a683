package io.trafficgen.web.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.trafficgen.application.port.HttpCall;
import io.trafficgen.application.port.PaymentHints;
import io.trafficgen.application.port.PaymentNotice;
import io.trafficgen.application.port.PaymentNotice.DisputeWon;
import io.trafficgen.application.port.PaymentNotice.Disputed;
import io.trafficgen.application.port.PaymentNotice.Failed;
import io.trafficgen.application.port.PaymentNotice.Irrelevant;
import io.trafficgen.application.port.PaymentNotice.Odd;
import io.trafficgen.application.port.PaymentNotice.Paid;
import io.trafficgen.application.port.PaymentNotice.Reversed;
import io.trafficgen.application.port.PaymentNotice.Unclear;
import io.trafficgen.application.port.WebhookEvent;
import io.trafficgen.domain.billing.Payment;
import io.trafficgen.domain.billing.ReversalKind;
import io.trafficgen.domain.money.Money;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What orders and disputes of Revolut mean, in the shapes of their OpenAPI description. */
class RevolutTruthTest {
  private static final String ORDER = "6516e61c-d279-a454-a837-bc52ce55ed49";
  private static final String EARLIER = "6852e963-d6a9-a5a4-9609-50b3addc5425";
  private static final String DISPUTE = "fccc53e9-00e0-4847-9d54-6938e9cdd3ef";
  private static final PaymentHints TOLD = PaymentHints.ofReference("TG-7K3Q9M");

  private final ScriptedHttp http = new ScriptedHttp();

  private PaymentNotice truth(String event, String subject, String id) {
    String body =
        "{\"event\":\"%s\",\"%s\":\"%s\",\"merchant_order_ext_ref\":\"TG-7K3Q9M\"}"
            .formatted(event, subject, id);
    return new RevolutPayments("wsk_1", http.revolut())
        .truth(
            new WebhookEvent(
                new UUID(1, 2),
                "revolut",
                "key",
                body.getBytes(StandardCharsets.UTF_8),
                Instant.EPOCH));
  }

  private PaymentNotice order(String event, String members) {
    http.on("GET /api/orders/" + ORDER, 200, "{\"id\":\"%s\",%s}".formatted(ORDER, members));
    return truth(event, "order_id", ORDER);
  }

  private PaymentNotice completed(String type, String amount, String more) {
    return order(
        "ORDER_COMPLETED",
        "\"type\":\"%s\",\"state\":\"completed\",\"amount\":%s,\"outstanding_amount\":0%s"
            .formatted(type, amount, more));
  }

  private static Paid paid(long cents, PaymentHints hints) {
    return new Paid(new Payment("revolut", ORDER, Money.ofCents(cents)), hints);
  }

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

  @ParameterizedTest
  @CsvSource({"refund,REFUND", "chargeback,CHARGEBACK"})
  void refunds_and_chargebacks_are_orders_that_take_money_back(String type, ReversalKind kind) {
    String related = ",\"currency\":\"%s\",\"related_order_id\":\"" + EARLIER + "\"";
    assertThat(completed(type, "100", related.formatted("EUR")))
        .isEqualTo(new Reversed(EARLIER, ORDER, Optional.of(Money.ofCents(100)), kind));
    assertThat(completed(type, "100", related.formatted("GBP"))).isInstanceOf(Unclear.class);
    assertThat(completed(type, "-100", related.formatted("EUR"))).isInstanceOf(Unclear.class);
    assertThat(completed(type, "100", ",\"currency\":\"EUR\"")).isInstanceOf(Unclear.class);
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

  @ParameterizedTest
  @CsvSource({
    "ORDER_PAYMENT_DECLINED,order_id",
    "ORDER_INCREMENTAL_AUTHORISATION_FAILED,order_id",
    "PAYOUT_COMPLETED,payout_id",
    "SUBSCRIPTION_INITIATED,subscription_id"
  })
  void what_moves_no_money_is_not_asked_for(String event, String subject) {
    assertThat(truth(event, subject, ORDER)).isEqualTo(new Irrelevant(event + " moves no money"));
    assertThat(http.asked()).isEmpty();
  }

  @Test
  void a_dispute_is_in_the_state_that_is_fetched() {
    String body =
        "{\"id\":\"%s\",\"state\":\"%s\",\"amount\":5,\"payment\":{\"id\":\"x\",\"order_id\":\"%s\"}}";
    String call = "GET /api/disputes/" + DISPUTE;
    for (String open : new String[] {"needs_response", "under_review"}) {
      http.on(call, 200, body.formatted(DISPUTE, open, EARLIER));
      assertThat(truth("DISPUTE_WON", "dispute_id", DISPUTE))
          .isEqualTo(new Disputed(EARLIER, DISPUTE));
    }
    http.on(call, 200, body.formatted(DISPUTE, "won", EARLIER));
    assertThat(truth("DISPUTE_UNDER_REVIEW", "dispute_id", DISPUTE))
        .isEqualTo(new DisputeWon(EARLIER, DISPUTE));
    http.on(call, 200, body.formatted(DISPUTE, "lost", EARLIER));
    assertThat(truth("DISPUTE_LOST", "dispute_id", DISPUTE)).isInstanceOf(Irrelevant.class);
    http.on(call, 200, "{\"id\":\"x\",\"state\":\"lost\"}");
    assertThat(truth("DISPUTE_LOST", "dispute_id", DISPUTE)).isInstanceOf(Unclear.class);
  }

  @Test
  void what_revolut_does_not_know_or_nobody_understands_is_for_an_operator() {
    assertThat(truth("ORDER_COMPLETED", "order_id", ORDER)).isInstanceOf(Unclear.class);
    assertThat(truth("DISPUTE_LOST", "dispute_id", DISPUTE)).isInstanceOf(Unclear.class);
    assertThat(truth("ORDER_COMPLETED", "order_id", "../../payouts")).isInstanceOf(Unclear.class);
    assertThat(http.asked()).hasSize(2);
    assertThat(completed("gift", "5", "")).isInstanceOf(Unclear.class);
    assertThat(order("ORDER_COMPLETED", "\"type\":\"payment\",\"state\":\"lent\""))
        .isInstanceOf(Unclear.class);
  }

  @ParameterizedTest
  @CsvSource({"401,{}", "403,{}", "302,{}", "429,{}", "500,{}", "503,''", "200,''", "200,{\"id\""})
  void an_unusable_answer_is_asked_for_again(int status, String body) {
    http.on("GET /api/orders/" + ORDER, status, body);
    assertThatThrownBy(() -> truth("ORDER_COMPLETED", "order_id", ORDER))
        .isInstanceOf(ProviderAwayException.class)
        .message()
        .doesNotContain(ScriptedHttp.KEY);
  }

  @Test
  void shows_the_key_and_the_version_to_the_server_and_to_no_log() {
    completed("payment", "5", "");
    HttpCall call = http.asked().getFirst();
    assertThat(call.headers())
        .containsEntry("Authorization", "Bearer " + ScriptedHttp.KEY)
        .containsEntry("Revolut-Api-Version", "2026-04-20");
    assertThat(call.toString()).isEqualTo("GET https://revolut.example/api/orders/" + ORDER);
    http.goAway();
    assertThatThrownBy(() -> truth("ORDER_COMPLETED", "order_id", ORDER))
        .isInstanceOf(ProviderAwayException.class);
  }
}
