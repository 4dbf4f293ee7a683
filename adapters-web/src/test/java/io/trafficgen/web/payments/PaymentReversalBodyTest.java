package io.trafficgen.web.payments;

import static org.assertj.core.api.Assertions.assertThat;

import io.trafficgen.application.port.PaymentHints;
import io.trafficgen.application.port.PaymentNotice;
import io.trafficgen.application.port.PaymentNotice.DisputeWon;
import io.trafficgen.application.port.PaymentNotice.Disputed;
import io.trafficgen.application.port.PaymentNotice.Failed;
import io.trafficgen.application.port.PaymentNotice.Reversed;
import io.trafficgen.application.port.PaymentNotice.Unclear;
import io.trafficgen.domain.billing.ReversalKind;
import io.trafficgen.domain.money.Money;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Our generic event where money does not come, or goes back. */
class PaymentReversalBodyTest {
  private static final Optional<Money> FIVE = Optional.of(Money.ofCents(500));

  private static PaymentNotice read(String type, String members) {
    String body =
        "{\"type\":\"%s\",\"data\":{\"payment_id\":\"pay_1\"%s}}".formatted(type, members);
    return PaymentBody.read("standard", "msg_1", body.getBytes(StandardCharsets.UTF_8));
  }

  private static Reversed refund(String id, Optional<Money> amount) {
    return new Reversed("pay_1", id, amount, ReversalKind.REFUND);
  }

  @Test
  void a_refund_has_its_name_or_that_of_its_delivery() {
    assertThat(read("payment.refunded", ",\"refund_id\":\"r1\",\"amount\":5"))
        .isEqualTo(refund("r1", FIVE));
    assertThat(read("payment.refunded", ",\"amount\":\"5.00\",\"currency\":\"EUR\""))
        .isEqualTo(refund("refund:msg_1", FIVE));
    assertThat(read("payment.refunded", ",\"refund_id\":null,\"amount\":null"))
        .isEqualTo(refund("refund:msg_1", Optional.empty()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ",\"amount\":5,\"currency\":\"USD\"",
        ",\"amount\":5,\"currency\":978",
        ",\"currency\":\"USD\"",
        ",\"amount\":0",
        ",\"amount\":-5",
        ",\"amount\":5.001",
        ",\"amount\":\"all\"",
        ",\"amount\":{}",
        ",\"refund_id\":\"\"",
        ",\"refund_id\":{}"
      })
  void an_operator_decides_about_a_refund_that_is_not_euros(String members) {
    assertThat(read("payment.refunded", members)).isInstanceOf(Unclear.class);
  }

  @ParameterizedTest
  @CsvSource({"payment.disputed", "dispute.created"})
  void a_dispute_is_that_of_its_payment_unless_it_has_a_name(String type) {
    assertThat(read(type, ",\"dispute_id\":\"d1\"")).isEqualTo(new Disputed("pay_1", "d1"));
    assertThat(read(type, "")).isEqualTo(new Disputed("pay_1", "pay_1"));
  }

  @Test
  void a_dispute_ends_won_or_with_a_chargeback() {
    assertThat(read("dispute.won", ",\"dispute_id\":\"d1\""))
        .isEqualTo(new DisputeWon("pay_1", "d1"));
    assertThat(read("dispute.lost", ",\"dispute_id\":\"d1\""))
        .isEqualTo(new Reversed("pay_1", "dispute:d1", Optional.empty(), ReversalKind.CHARGEBACK));
    assertThat(read("dispute.lost", ",\"amount\":5"))
        .isEqualTo(new Reversed("pay_1", "dispute:pay_1", FIVE, ReversalKind.CHARGEBACK));
  }

  @Test
  void a_payment_that_failed_names_its_intent() {
    assertThat(read("payment.failed", ",\"metadata\":{\"intent_id\":\"TG-7K3Q9M\"}"))
        .isEqualTo(new Failed(PaymentHints.ofReference("TG-7K3Q9M"), "the payment failed"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"payment.refunded", "payment.disputed", "dispute.won", "dispute.lost"})
  void an_operator_decides_where_no_payment_is_named(String type) {
    byte[] body =
        "{\"type\":\"%s\",\"data\":{\"amount\":5}}"
            .formatted(type)
            .getBytes(StandardCharsets.UTF_8);
    assertThat(PaymentBody.read("standard", "msg_1", body)).isInstanceOf(Unclear.class);
  }
}
