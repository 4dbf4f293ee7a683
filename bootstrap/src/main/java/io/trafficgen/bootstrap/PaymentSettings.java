package io.trafficgen.bootstrap;

import io.trafficgen.application.port.GuardedHttp;
import io.trafficgen.application.port.MissedPayments;
import io.trafficgen.application.port.PaymentOrders;
import io.trafficgen.application.port.PaymentProvider;
import io.trafficgen.domain.InvalidValueException;
import io.trafficgen.web.payments.RevolutApi;
import io.trafficgen.web.payments.RevolutMissedPayments;
import io.trafficgen.web.payments.RevolutPaymentOrders;
import io.trafficgen.web.payments.RevolutPayments;
import io.trafficgen.web.payments.StandardKeys;
import io.trafficgen.web.payments.StandardWebhooks;
import io.trafficgen.web.payments.WiseAllowance;
import io.trafficgen.web.payments.WisePayments;
import java.net.URI;
import java.security.PublicKey;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** The payment providers that are switched on: each by the key of its signatures. */
record PaymentSettings(
    Optional<StandardKeys> standard, Optional<Revolut> revolut, Optional<WiseAllowance> wise) {
  private static final String STANDARD = "TRAFFICGEN_WEBHOOK_STANDARD_SECRET";
  private static final String REVOLUT = "TRAFFICGEN_WEBHOOK_REVOLUT_SECRET";
  private static final String REVOLUT_URL = "TRAFFICGEN_REVOLUT_API_URL";
  private static final String REVOLUT_KEY = "TRAFFICGEN_REVOLUT_API_KEY";
  private static final String WISE = "TRAFFICGEN_WEBHOOK_WISE_PUBLIC_KEY";
  private static final String WISE_SUBSCRIPTION = "TRAFFICGEN_WISE_SUBSCRIPTION";
  private static final String WISE_PROFILE = "TRAFFICGEN_WISE_PROFILE";

  /** A merchant's account at Revolut. */
  record Revolut(String webhookSecret, URI api, String apiKey) {
    private RevolutApi over(GuardedHttp http) {
      return new RevolutApi(http, api, apiKey);
    }
  }

  static PaymentSettings of(Variables variables) {
    return new PaymentSettings(
        variables.secret(STANDARD, StandardKeys::parse), revolut(variables), wise(variables));
  }

  private static Optional<Revolut> revolut(Variables variables) {
    Optional<String> secret = variables.secret(REVOLUT, Function.identity());
    Optional<String> key = variables.secret(REVOLUT_KEY, PaymentSettings::headerValue);
    URI api =
        variables.read(
            REVOLUT_URL,
            RevolutApi.PRODUCTION,
            PaymentSettings::apiAddress,
            "https://sandbox-merchant.revolut.com");
    if (secret.isPresent() && key.isEmpty()) {
      variables.require(REVOLUT_KEY, "is needed with " + REVOLUT, "sk_…");
    }
    return secret.flatMap(text -> key.map(value -> new Revolut(text, api, value)));
  }

  private static Optional<WiseAllowance> wise(Variables variables) {
    Optional<PublicKey> key = variables.secret(WISE, WiseAllowance::key);
    Set<String> subscriptions = identities(variables, WISE_SUBSCRIPTION);
    Set<String> profiles = identities(variables, WISE_PROFILE);
    if (key.isPresent() && subscriptions.isEmpty()) {
      variables.require(
          WISE_SUBSCRIPTION, "is needed with " + WISE, "f2264fe5-a0f5-4dab-a1b4-6faa87761425");
    }
    if (key.isPresent() && profiles.isEmpty()) {
      variables.require(WISE_PROFILE, "is needed with " + WISE, "16055450");
    }
    return key.map(value -> new WiseAllowance(value, subscriptions, profiles));
  }

  private static Set<String> identities(Variables variables, String name) {
    return variables.text(name).map(WiseAllowance::identities).orElse(Set.of());
  }

  /** The key travels in a header of every call. */
  private static String headerValue(String text) {
    if (!text.matches("[!-~]+")) {
      throw new InvalidValueException("", "has a blank or a letter outside ASCII", "sk_…");
    }
    return text;
  }

  /** The key must not travel in the clear, except to a stand-in on this machine. */
  private static URI apiAddress(String text) {
    URI address = AppConfig.webAddress(text);
    if (!"https".equals(address.getScheme()) && !AppConfig.isLocal(address)) {
      throw new IllegalArgumentException("not sealed");
    }
    return address;
  }

  List<PaymentProvider> providers(GuardedHttp http) {
    return Stream.of(
            standard.map(StandardWebhooks::new),
            revolut.map(
                account -> new RevolutPayments(account.webhookSecret(), account.over(http))),
            wise.map(WisePayments::new))
        .<PaymentProvider>flatMap(Optional::stream)
        .toList();
  }

  /** Where intents can be paid at once. */
  Optional<PaymentOrders> orders(GuardedHttp http) {
    return revolut.map(account -> new RevolutPaymentOrders(account.over(http)));
  }

  /** Whom to ask for what they did not deliver. */
  List<MissedPayments> missed(GuardedHttp http) {
    return revolut.stream()
        .<MissedPayments>map(account -> new RevolutMissedPayments(account.over(http)))
        .toList();
  }
}
