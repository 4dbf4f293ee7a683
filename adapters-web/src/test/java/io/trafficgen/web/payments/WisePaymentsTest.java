package io.trafficgen.web.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.trafficgen.application.contract.PaymentProviderContract;
import io.trafficgen.application.port.SignatureOutcome;
import io.trafficgen.application.port.SignatureOutcome.Forged;
import io.trafficgen.application.port.SignatureOutcome.Genuine;
import io.trafficgen.application.port.SignatureOutcome.NotOurs;
import io.trafficgen.domain.InvalidValueException;
import io.trafficgen.domain.billing.WebhookRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whom Wise speaks for, and all ways off it. */
class WisePaymentsTest implements PaymentProviderContract {
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  private static final String BODY =
      """
      {"data":{"resource":{"id":2,"profile_id":2,"type":"balance-account"},"amount":70,\
      "balance_id":111,"channel_name":"TRANSFER","currency":"EUR",\
      "occurred_at":"2023-03-08T14:55:38Z","post_transaction_balance_amount":88.93,\
      "step_id":1234567,"transaction_type":"credit","transfer_reference":"BNK-1234567"},\
      "subscription_id":"f2264fe5-a0f5-4dab-a1b4-6faa87761425","event_type":"balances#update",\
      "schema_version":"3.0.0","sent_at":"2023-03-08T14:55:39Z"}\
      """;
  private static final String KEY =
      "f2264fe5-a0f5-4dab-a1b4-6faa87761425:111:1234567:2023-03-08T14:55:38Z:70";

  private final WisePayments provider = new WisePayments(WiseKeys.allowance());

  @Override
  public WisePayments provider() {
    return provider;
  }

  @Override
  public WebhookRequest genuine() {
    return request(BODY, WiseKeys.signature(BODY));
  }

  @Override
  public Instant signedAt() {
    return NOW;
  }

  private static WebhookRequest request(String body, List<String> signatures) {
    return new WebhookRequest(
        Map.of("x-signature-sha256", signatures), body.getBytes(StandardCharsets.UTF_8));
  }

  private SignatureOutcome signed(String body) {
    return provider.verify(request(body, WiseKeys.signature(body)), NOW);
  }

  @Test
  void age_is_not_checked_since_nobody_signs_it() {
    for (Duration age : List.of(Duration.ofDays(-400), Duration.ofDays(14))) {
      assertThat(provider.verify(genuine(), NOW.plus(age))).isEqualTo(new Genuine(KEY));
    }
  }

  @Test
  void copies_are_told_by_what_moved_and_not_by_the_delivery() {
    assertThat(signed(BODY)).isEqualTo(new Genuine(KEY));
    assertThat(signed(BODY.replace("14:55:39Z", "23:00:00Z"))).isEqualTo(new Genuine(KEY));
    assertThat(signed(BODY.replace("1234567,", "1234568,"))).isNotEqualTo(new Genuine(KEY));
    assertThat(signed(BODY.replace(":70", ":70.01"))).isNotEqualTo(new Genuine(KEY));
    assertThat(signed(BODY.replace("55:38Z", "55:37Z"))).isNotEqualTo(new Genuine(KEY));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "f2264fe5-a0f5-4dab-a1b4-6faa87761426",
        "00000000-0000-0000-0000-000000000000",
        "",
        "*"
      })
  void a_genuine_event_of_another_subscription_is_not_ours(String subscription) {
    assertThat(signed(BODY.replace(WiseKeys.SUBSCRIPTION, subscription)))
        .isEqualTo(new NotOurs("subscription " + subscription + ", profile 2"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"3", "0", "null", "\"\"", "[2]", "2.0"})
  void a_genuine_event_about_another_profile_is_not_ours(String profile) {
    assertThat(signed(BODY.replace("\"profile_id\":2", "\"profile_id\":" + profile)))
        .isInstanceOf(NotOurs.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"nonsense", "[]", "{}", "{\"subscription_id\":7,\"data\":[]}", ""})
  void what_names_nobody_is_not_ours(String body) {
    assertThat(signed(body)).isInstanceOf(NotOurs.class);
  }

  @Test
  void dummies_are_not_ours_even_if_they_were_configured() {
    WiseAllowance careless =
        new WiseAllowance(
            WiseKeys.allowance().key(),
            Set.of("00000000-0000-0000-0000-000000000000"),
            Set.of("0", "2"));
    String body = BODY.replace(WiseKeys.SUBSCRIPTION, "00000000-0000-0000-0000-000000000000");
    assertThat(new WisePayments(careless).verify(request(body, WiseKeys.signature(body)), NOW))
        .isInstanceOf(NotOurs.class);
  }

  @Test
  void a_trial_is_not_ours_and_a_copy_that_calls_itself_one_hides_nothing() {
    Map<String, List<String>> headers = new HashMap<>(genuine().headers());
    for (String value : List.of("true", "TRUE", "1", "")) {
      headers.put("x-test-notification", List.of(value));
      assertThat(provider.verify(new WebhookRequest(headers, genuine().body()), NOW))
          .isEqualTo(new NotOurs("a test notification"));
    }
    headers.put("x-test-notification", List.of("false"));
    assertThat(provider.verify(new WebhookRequest(headers, genuine().body()), NOW))
        .isEqualTo(new Genuine(KEY));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "!", "AAAA", "é", "sha256=AAAA", "wKcKCYXA"})
  void refuses_malformed_signatures(String signature) {
    assertThat(provider.verify(request(BODY, List.of(signature)), NOW)).isInstanceOf(Forged.class);
  }

  @Test
  void refuses_signatures_that_are_doubled_truncated_or_lead_by_a_blank() {
    String good = WiseKeys.signature(BODY).get(0);
    for (List<String> other :
        List.of(
            List.of(good, good),
            List.<String>of(),
            List.of(good.substring(4)),
            List.of(good + "AAAA"),
            List.of(" " + good),
            List.of(good + "," + good))) {
      assertThat(provider.verify(request(BODY, other), NOW)).isInstanceOf(Forged.class);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "AAAA", "!", "-----BEGIN PUBLIC KEY-----", "wsk_secret"})
  void there_is_no_key_in_anything_else(String key) {
    assertThatThrownBy(() -> WiseAllowance.key(key)).isInstanceOf(InvalidValueException.class);
  }
}
