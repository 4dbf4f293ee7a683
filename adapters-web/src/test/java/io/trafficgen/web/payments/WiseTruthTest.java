package io.trafficgen.web.payments;

import static org.assertj.core.api.Assertions.assertThat;

import io.trafficgen.application.port.PaymentHints;
import io.trafficgen.application.port.PaymentNotice;
import io.trafficgen.application.port.PaymentNotice.Irrelevant;
import io.trafficgen.application.port.PaymentNotice.Odd;
import io.trafficgen.application.port.PaymentNotice.Paid;
import io.trafficgen.application.port.PaymentNotice.Unclear;
import io.trafficgen.application.port.WebhookEvent;
import io.trafficgen.domain.billing.Payment;
import io.trafficgen.domain.money.Money;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What events of Wise mean, in the shapes of its documentation. */
class WiseTruthTest {
  private static final String PAYMENT = "111:1234567:2023-03-08T14:55:38Z:";

  private static PaymentNotice truth(String body) {
    return new WisePayments(WiseKeys.allowance())
        .truth(
            new WebhookEvent(
                new UUID(1, 2),
                "wise",
                "key",
                body.getBytes(StandardCharsets.UTF_8),
                Instant.EPOCH));
  }

  private static PaymentNotice event(String type, String data) {
    return truth(
        """
        {"data":{"resource":{"id":2,"profile_id":2,"type":"balance-account"},%s},\
        "subscription_id":"%s","event_type":"%s"}\
        """
            .formatted(data, WiseKeys.SUBSCRIPTION, type));
  }

  private static PaymentNotice credit(String amount, String currency, String reference) {
    return event(
        "balances#update",
        """
        "amount":%s,"balance_id":111,"currency":"%s","occurred_at":"2023-03-08T14:55:38Z",\
        "step_id":1234567,"transaction_type":"credit","transfer_reference":%s\
        """
            .formatted(amount, currency, reference));
  }

  private static Paid paid(String id, String amount, PaymentHints hints) {
    return new Paid(new Payment("wise", id, Money.parse(amount)), hints);
  }

  @ParameterizedTest
  @ValueSource(strings = {"70", "70.0", "70.00", "0.01", "88.93", "123456789.10"})
  void a_credit_is_its_decimal_in_euros(String amount) {
    assertThat(credit(amount, "EUR", "null"))
        .isEqualTo(paid(PAYMENT + amount, amount, PaymentHints.none()));
  }

  @ParameterizedTest
  @CsvSource({
    "TG-7K3Q9M,TG7K3Q9M",
    " tg 7k3q 9m ,TG7K3Q9M",
    "Invoice: tg-7k3q9m!,INVOICETG7K3Q9M",
    "BNK-1234567,BNK1234567"
  })
  void the_reference_is_its_letters_and_digits(String written, String read) {
    assertThat(credit("70", "EUR", "\"" + written + "\""))
        .isEqualTo(paid(PAYMENT + "70", "70", PaymentHints.ofReference(read)));
  }

  @ParameterizedTest
  @CsvSource({
    "70,GBP,70 GBP",
    "0,EUR,0 EUR",
    "-70,EUR,-70 EUR",
    "70.005,EUR,70.005 EUR",
    "7e1,EUR,7e1 EUR",
    "null,EUR,? EUR"
  })
  void money_that_cannot_be_credited_is_stated_as_it_was_written(
      String amount, String currency, String stated) {
    assertThat(credit(amount, currency, "\"TG-7K3Q9M\""))
        .isInstanceOfSatisfying(
            Odd.class,
            odd -> {
              assertThat(odd.stated()).isEqualTo(stated);
              assertThat(odd.amount()).isEmpty();
              assertThat(odd.paymentId()).isNotBlank();
            });
  }

  @Test
  void one_movement_is_one_payment_whichever_subscription_told_of_it() {
    String body =
        """
        {"data":{"amount":70,"balance_id":111,"currency":"EUR",\
        "occurred_at":"2023-03-08T14:55:38Z","step_id":1234567,"transaction_type":"credit"},\
        "subscription_id":"%s","event_type":"balances#update","sent_at":"%s"}\
        """;
    assertThat(truth(body.formatted("one", "now")))
        .isEqualTo(truth(body.formatted("two", "later")));
  }

  @Test
  void without_a_step_reference_and_balance_tell_movements_apart() {
    String data =
        "\"amount\":70,\"balance_id\":111,\"currency\":\"EUR\",\"transaction_type\":\"credit\","
            + "\"occurred_at\":\"2023-03-08T14:55:38Z\",\"transfer_reference\":\"%s\","
            + "\"post_transaction_balance_amount\":%s";
    assertThat(event("balances#update", data.formatted("A b", "88.93")))
        .isEqualTo(event("balances#update", data.formatted("A b", "88.93")))
        .isNotEqualTo(event("balances#update", data.formatted("A c", "88.93")))
        .isNotEqualTo(event("balances#update", data.formatted("A b", "158.93")))
        .isInstanceOf(Paid.class);
  }

  @Test
  void the_deprecated_form_is_no_second_payment() {
    assertThat(
            event(
                "balances#credit",
                "\"transaction_type\":\"credit\",\"amount\":70,\"currency\":\"EUR\","
                    + "\"post_transaction_balance_amount\":88.93,"
                    + "\"occurred_at\":\"2023-03-08T14:55:38Z\""))
        .isInstanceOf(Unclear.class);
  }

  @Test
  void a_credit_that_cannot_be_named_has_the_name_of_its_bytes() {
    String data = "\"transaction_type\":\"credit\",\"amount\":70,\"currency\":\"EUR\"";
    assertThat(event("balances#update", data))
        .isInstanceOfSatisfying(
            Paid.class, paid -> assertThat(paid.payment().id()).matches("[0-9a-f]{64}"));
  }

  @Test
  void a_debit_moves_no_money_of_a_payer_and_a_dummy_none_at_all() {
    assertThat(event("balances#update", "\"transaction_type\":\"debit\",\"amount\":70"))
        .isInstanceOf(Irrelevant.class);
    assertThat(
            event(
                "balances#update",
                "\"transaction_type\":\"credit\",\"amount\":70,\"currency\":\"EUR\",\"balance_id\":0"))
        .isInstanceOf(Irrelevant.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "transfers#state-change",
        "account-details-payment#state-change",
        "incoming-transfer#credited",
        "",
        "balances#UPDATE"
      })
  void other_events_move_no_money_of_ours(String type) {
    assertThat(event(type, "\"amount\":70,\"currency\":\"EUR\"")).isInstanceOf(Irrelevant.class);
  }

  @Test
  void what_is_neither_credit_nor_debit_is_for_an_operator() {
    assertThat(event("balances#update", "\"amount\":70")).isInstanceOf(Unclear.class);
    assertThat(event("balances#update", "\"transaction_type\":\"Credit\""))
        .isInstanceOf(Unclear.class);
  }
}
