package io.trafficgen.web;

import static io.trafficgen.web.TestClient.problem;
import static org.assertj.core.api.Assertions.assertThat;

import io.trafficgen.application.port.WebhookEvent;
import io.trafficgen.web.payments.WiseKeys;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which provider a delivery is of, and what becomes of one that is about somebody else. */
class PaymentSchemesApiTest {
  private static final String PATH = "/api/webhooks/payment_provider";
  private static final String ORDER =
      "{\"event\":\"ORDER_COMPLETED\",\"order_id\":\"9fc01989-3f61-4484-a5d9-ffe768531be9\"}";
  private static final String CREDIT =
      """
      {"data":{"resource":{"profile_id":%s},"balance_id":111,"step_id":7,"amount":70,\
      "currency":"EUR","occurred_at":"2026-03-08T14:55:38Z","transaction_type":"credit"},\
      "subscription_id":"%s","event_type":"balances#update"}\
      """;
  private static final String OURS = CREDIT.formatted(WiseKeys.PROFILE, WiseKeys.SUBSCRIPTION);

  private TestHouse house;

  @BeforeEach
  void open() {
    house = TestHouse.open();
  }

  @AfterEach
  void close() {
    house.close();
  }

  private HttpResponse<String> deliver(String path, String body, Map<String, String> headers) {
    return house.client().post(path, body.getBytes(StandardCharsets.UTF_8), headers);
  }

  private static Map<String, String> revolut(String body) throws Exception {
    String time = Long.toString(TestHouse.START.toEpochMilli());
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec("wsk_1".getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
    byte[] signed = mac.doFinal(("v1." + time + "." + body).getBytes(StandardCharsets.UTF_8));
    return Map.of(
        "Revolut-Request-Timestamp",
        time,
        "Revolut-Signature",
        "v1=" + HexFormat.of().formatHex(signed));
  }

  private void assertReceived(HttpResponse<String> response) {
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    assertThat(response.body()).isEqualTo("{\"received\":true}");
  }

  @Test
  void the_headers_tell_the_provider_and_a_path_may_too() throws Exception {
    assertReceived(deliver(PATH, ORDER, revolut(ORDER)));
    assertReceived(deliver(PATH + "/revolut", ORDER, revolut(ORDER)));
    assertReceived(deliver(PATH, OURS, WiseKeys.headers(OURS)));
    assertReceived(deliver(PATH + "/wise", OURS, WiseKeys.headers(OURS)));

    assertThat(house.ports.inbox.received())
        .extracting(WebhookEvent::provider)
        .containsExactly("revolut", "wise");
    problem(deliver(PATH + "/wise", ORDER, revolut(ORDER)), 400);
    problem(deliver(PATH + "/nobody", ORDER, revolut(ORDER)), 400);
  }

  @Test
  void two_schemes_at_once_are_refused_even_if_both_signed() throws Exception {
    Map<String, String> both = new HashMap<>(revolut(OURS));
    both.putAll(WiseKeys.headers(OURS));
    problem(deliver(PATH, OURS, both), 400);

    both.keySet().removeIf(name -> name.startsWith("Revolut"));
    both.put("webhook-id", "");
    problem(deliver(PATH, OURS, both), 400);
    assertThat(house.ports.inbox.received()).isEmpty();
  }

  @Test
  void a_wrong_signature_of_any_scheme_is_refused_and_nothing_is_stored() throws Exception {
    problem(deliver(PATH, ORDER + " ", revolut(ORDER)), 401);
    problem(deliver(PATH, OURS + " ", WiseKeys.headers(OURS)), 401);
    assertThat(house.ports.inbox.received()).isEmpty();
  }

  @Test
  void a_genuine_event_about_somebody_else_is_answered_counted_and_not_stored() {
    String other = CREDIT.formatted("4711", WiseKeys.SUBSCRIPTION);
    Map<String, String> trial = new HashMap<>(WiseKeys.headers(OURS));
    trial.put("X-Test-Notification", "true");

    assertReceived(deliver(PATH, other, WiseKeys.headers(other)));
    assertReceived(deliver(PATH, OURS, trial));

    assertThat(house.ports.inbox.received()).isEmpty();
    assertThat(house.meters.counter("trafficgen.webhooks.not_ours").count()).isEqualTo(2);
    assertReceived(deliver(PATH, OURS, WiseKeys.headers(OURS)));
    assertThat(house.ports.inbox.received()).hasSize(1);
  }
}
