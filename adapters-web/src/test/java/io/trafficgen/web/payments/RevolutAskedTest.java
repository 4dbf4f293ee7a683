package io.trafficgen.web.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.trafficgen.application.port.HttpCall;
import io.trafficgen.application.port.PaymentNotice.DisputeWon;
import io.trafficgen.application.port.PaymentNotice.Disputed;
import io.trafficgen.application.port.PaymentNotice.Irrelevant;
import io.trafficgen.application.port.PaymentNotice.Reversed;
import io.trafficgen.application.port.PaymentNotice.Unclear;
import io.trafficgen.domain.billing.ReversalKind;
import io.trafficgen.domain.money.Money;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What Revolut is asked, what of disputes, and what becomes of answers that are none. */
class RevolutAskedTest extends RevolutTruthScene {
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
    assertThat(truth("DISPUTE_LOST", "dispute_id", DISPUTE)).isInstanceOf(Unclear.class);
    http.on(call, 200, inEuros(body).formatted(DISPUTE, "lost", EARLIER));
    assertThat(truth("DISPUTE_LOST", "dispute_id", DISPUTE))
        .isEqualTo(
            new Reversed(
                EARLIER,
                "dispute:" + DISPUTE,
                Optional.of(Money.ofCents(5)),
                ReversalKind.CHARGEBACK));
    http.on(call, 200, "{\"id\":\"x\",\"state\":\"lost\"}");
    assertThat(truth("DISPUTE_LOST", "dispute_id", DISPUTE)).isInstanceOf(Unclear.class);
  }

  private static String inEuros(String body) {
    return body.replace("\"amount\":5", "\"amount\":5,\"currency\":\"EUR\"");
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
