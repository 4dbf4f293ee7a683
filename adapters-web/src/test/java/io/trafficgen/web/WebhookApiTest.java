package io.trafficgen.web;

import static io.trafficgen.web.TestClient.problem;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WebhookApiTest {
  private static final String PATH = "/api/webhooks/payment_provider";
  private static final byte[] BODY =
      "{\"type\":\"payment.completed\"}".getBytes(StandardCharsets.UTF_8);

  private TestHouse house;

  @BeforeEach
  void open() {
    house = TestHouse.open();
  }

  @AfterEach
  void close() {
    house.close();
  }

  /** Headers of Standard Webhooks 1.0.0. */
  static Map<String, String> signed(String id, Instant at, byte[] body) throws Exception {
    String timestamp = Long.toString(at.getEpochSecond());
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(
        new SecretKeySpec(
            Base64.getDecoder().decode(TestHouse.WEBHOOK_SECRET.substring(6)), "HmacSHA256"));
    mac.update((id + "." + timestamp + ".").getBytes(StandardCharsets.US_ASCII));
    return Map.of(
        "webhook-id",
        id,
        "webhook-timestamp",
        timestamp,
        "webhook-signature",
        "v1," + Base64.getEncoder().encodeToString(mac.doFinal(body)));
  }

  private HttpResponse<String> deliver(String path, byte[] body, Map<String, String> headers) {
    return house.client().post(path, body, headers);
  }

  @Test
  void stores_a_genuine_delivery_once_and_answers_duplicates_alike() throws Exception {
    Map<String, String> headers = signed("msg_1", TestHouse.START, BODY);
    for (String path : new String[] {PATH, PATH, PATH + "/standard"}) {
      HttpResponse<String> response = deliver(path, BODY, headers);
      assertThat(response.statusCode()).isEqualTo(200);
      assertThat(response.body()).isEqualTo("{\"received\":true}");
    }
    assertThat(house.ports.inbox.received())
        .singleElement()
        .satisfies(event -> {
          assertThat(event.dedupeKey()).isEqualTo("msg_1");
          assertThat(event.body()).isEqualTo(BODY);
        });
  }

  @Test
  void refuses_a_wrong_signature_and_stores_nothing() throws Exception {
    byte[] altered = BODY.clone();
    altered[5] ^= 1;
    problem(deliver(PATH, altered, signed("msg_1", TestHouse.START, BODY)), 401);
    assertThat(house.ports.inbox.received()).isEmpty();
  }

  @Test
  void refuses_old_and_future_deliveries() throws Exception {
    problem(deliver(PATH, BODY, signed("m", TestHouse.START.minusSeconds(301), BODY)), 401);
    problem(deliver(PATH, BODY, signed("m", TestHouse.START.plusSeconds(301), BODY)), 401);
    assertThat(house.ports.inbox.received()).isEmpty();
  }

  @Test
  void refuses_what_has_no_scheme_or_one_that_is_off() throws Exception {
    problem(deliver(PATH, BODY, Map.of()), 400);
    problem(deliver(PATH, BODY, Map.of("Other-Signature", "v1=00")), 400);
    problem(deliver(PATH + "/wise", BODY, signed("m", TestHouse.START, BODY)), 400);
  }

  @Test
  void refuses_more_than_64_kib_and_takes_64() throws Exception {
    byte[] most = new byte[64 * 1024];
    assertThat(deliver(PATH, most, signed("m", TestHouse.START, most)).statusCode()).isEqualTo(200);
    byte[] more = new byte[64 * 1024 + 1];
    problem(deliver(PATH, more, signed("n", TestHouse.START, more)), 413);
  }
}
