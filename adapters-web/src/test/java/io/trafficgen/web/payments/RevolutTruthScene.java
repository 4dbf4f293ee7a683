package io.trafficgen.web.payments;

import io.trafficgen.application.port.PaymentHints;
import io.trafficgen.application.port.PaymentNotice;
import io.trafficgen.application.port.PaymentNotice.Paid;
import io.trafficgen.application.port.WebhookEvent;
import io.trafficgen.domain.billing.Payment;
import io.trafficgen.domain.money.Money;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;

/** Orders and events as Revolut writes them, and what they are taken for. */
class RevolutTruthScene {
  static final String ORDER = "6516e61c-d279-a454-a837-bc52ce55ed49";
  static final String EARLIER = "6852e963-d6a9-a5a4-9609-50b3addc5425";
  static final String DISPUTE = "fccc53e9-00e0-4847-9d54-6938e9cdd3ef";
  static final PaymentHints TOLD = PaymentHints.ofReference("TG-7K3Q9M");

  final ScriptedHttp http = new ScriptedHttp();

  PaymentNotice truth(String event, String subject, String id) {
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

  PaymentNotice order(String event, String members) {
    http.on("GET /api/orders/" + ORDER, 200, "{\"id\":\"%s\",%s}".formatted(ORDER, members));
    return truth(event, "order_id", ORDER);
  }

  PaymentNotice completed(String type, String amount, String more) {
    return order(
        "ORDER_COMPLETED",
        "\"type\":\"%s\",\"state\":\"completed\",\"amount\":%s,\"outstanding_amount\":0%s"
            .formatted(type, amount, more));
  }

  static Paid paid(long cents, PaymentHints hints) {
    return new Paid(new Payment("revolut", ORDER, Money.ofCents(cents)), hints);
  }
}
