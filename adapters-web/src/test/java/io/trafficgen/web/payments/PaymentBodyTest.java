package io.trafficgen.web.payments;

import static org.assertj.core.api.Assertions.assertThat;

import io.trafficgen.application.port.PaymentHints;
import io.trafficgen.application.port.PaymentNotice;
import io.trafficgen.application.port.PaymentNotice.Irrelevant;
import io.trafficgen.application.port.PaymentNotice.Odd;
import io.trafficgen.application.port.PaymentNotice.Paid;
import io.trafficgen.application.port.PaymentNotice.Unclear;
import io.trafficgen.domain.billing.Payment;
import io.trafficgen.domain.money.Money;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PaymentBodyTest {
  private static final Payment FIVE_HUNDRED =
      new Payment("standard", "pay_1", Money.ofCents(50_000));

  private static PaymentNotice read(String body) {
    return PaymentBody.read("standard", "msg_1", body.getBytes(StandardCharsets.UTF_8));
  }

  private static PaymentNotice completed(String more) {
    return read(
        "{\"type\":\"payment.completed\",\"data\":{\"payment_id\":\"pay_1\",\"currency\":\"EUR\",%s}}"
            .formatted(more));
  }

  private static Paid paid(
      Optional<UUID> intent,
      Optional<String> reference,
      Optional<UUID> user,
      Optional<String> mail) {
    return new Paid(FIVE_HUNDRED, new PaymentHints(intent, reference, user, mail));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"500.00\"", "\"500\"", "500", "500.0", "500.000", "\"500.000\""})
  void keeps_amounts_exact_as_text_and_as_number(String amount) {
    assertThat(completed("\"amount\":" + amount))
        .isEqualTo(paid(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"0\"",
        "0.00",
        "-5",
        "\"-5\"",
        "128.999",
        "\"128.999\"",
        "5e2",
        "\"5e2\"",
        "\"1,000\"",
        "null",
        "true",
        "\"\"",
        "\" 500\"",
        "1234567890123"
      })
  void leaves_unusable_amounts_to_an_operator(String amount) {
    assertThat(completed("\"amount\":" + amount))
        .isInstanceOfSatisfying(
            Odd.class,
            odd -> {
              assertThat(odd.paymentId()).isEqualTo("pay_1");
              assertThat(odd.amount()).isEmpty();
              assertThat(odd.stated()).endsWith(" EUR");
              assertThat(odd.reason()).startsWith("amount: ");
            });
  }

  @Test
  void states_what_it_cannot_credit_as_it_was_written() {
    assertThat(completed("\"amount\":128.999"))
        .isEqualTo(
            new Odd(
                "pay_1",
                Optional.empty(),
                "128.999 EUR",
                "amount: an amount has at most two decimals"));
    assertThat(completed("\"x\":1"))
        .isInstanceOfSatisfying(Odd.class, odd -> assertThat(odd.stated()).isEqualTo("? EUR"));
  }

  @Test
  void reads_what_tells_whose_money_it_is() {
    UUID id = new UUID(1, 2);
    UUID user = new UUID(3, 4);
    assertThat(
            completed(
                "\"amount\":500,\"email\":\"a@b.example\",\"metadata\":{\"intent_id\":\"%s\",\"user_id\":\"%s\"}"
                    .formatted(id, user)))
        .isEqualTo(
            paid(Optional.of(id), Optional.empty(), Optional.of(user), Optional.of("a@b.example")));
    assertThat(
            completed(
                "\"amount\":500,\"metadata\":{\"intent_id\":\"TG-7K3Q9M\",\"user_id\":\"7\"}"))
        .isEqualTo(
            paid(Optional.empty(), Optional.of("TG-7K3Q9M"), Optional.empty(), Optional.empty()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"metadata\":null",
        "\"metadata\":{}",
        "\"metadata\":[]",
        "\"metadata\":\"x\"",
        "\"metadata\":{\"intent_id\":null,\"user_id\":null}",
        "\"metadata\":{\"intent_id\":7}",
        "\"email\":null"
      })
  void takes_null_and_odd_metadata_for_none(String metadata) {
    assertThat(completed("\"amount\":500," + metadata))
        .isEqualTo(paid(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()));
  }

  @Test
  void leaves_other_currencies_and_nameless_payments_to_an_operator() {
    String body = "{\"type\":\"payment.completed\",\"data\":{%s\"amount\":5}}";
    assertThat(read(body.formatted("\"payment_id\":\"a\",\"currency\":\"USD\",")))
        .isEqualTo(new Odd("a", Optional.empty(), "5 USD", "currency is 'USD', not EUR"));
    assertThat(read(body.formatted("\"payment_id\":\"a\",")))
        .isEqualTo(new Odd("a", Optional.empty(), "5 ?", "currency is '', not EUR"));
    assertThat(read(body.formatted("\"payment_id\":\"a\",\"currency\":\"eur\",")))
        .isInstanceOf(Odd.class);
    assertThat(read(body.formatted("\"currency\":\"EUR\","))).isInstanceOf(Unclear.class);
    assertThat(read(body.formatted("\"currency\":\"EUR\",\"payment_id\":\"a\\u0000\",")))
        .isInstanceOf(Unclear.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"type\":\"payment.pending\"}",
        "{\"test\":1}",
        "{\"type\":\"x\\u0000\\ud800\"}",
        "[]",
        "{\"type\":7}"
      })
  void ignores_what_moves_no_money(String body) {
    assertThat(read(body)).isInstanceOf(Irrelevant.class);
  }

  @Test
  void keeps_what_it_cannot_read_with_a_reason_that_can_be_stored() {
    assertThat(((Unclear) read("nonsense")).reason()).startsWith("the body cannot be read");
    assertThat(((Irrelevant) read("{\"type\":\"x\\u0000\"}")).reason())
        .isEqualTo("x? moves no money");
  }
}
