package io.trafficgen.web;

import io.trafficgen.application.port.FetchOutcome.NotFetched;
import io.trafficgen.application.port.PaymentProvider;
import io.trafficgen.domain.visit.FailureReason;
import io.trafficgen.web.payments.RevolutApi;
import io.trafficgen.web.payments.RevolutPayments;
import io.trafficgen.web.payments.StandardKeys;
import io.trafficgen.web.payments.StandardWebhooks;
import io.trafficgen.web.payments.WiseKeys;
import io.trafficgen.web.payments.WisePayments;
import java.net.URI;
import java.util.List;

/** All payment providers switched on; what they say is asked from nobody. */
final class TestProviders {
  private TestProviders() {}

  static List<PaymentProvider> all(String standardSecret) {
    return List.of(
        new StandardWebhooks(StandardKeys.parse(standardSecret)),
        new RevolutPayments(
            "wsk_1",
            new RevolutApi(
                (call, most, deadline) -> new NotFetched(FailureReason.CONNECT, "nobody"),
                URI.create("https://revolut.example"),
                "sk_1")),
        new WisePayments(WiseKeys.allowance()));
  }
}
