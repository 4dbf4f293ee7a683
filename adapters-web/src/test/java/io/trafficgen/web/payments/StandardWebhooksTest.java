package io.trafficgen.web.payments;

import static org.assertj.core.api.Assertions.assertThat;

import io.trafficgen.application.contract.PaymentProviderContract;
import io.trafficgen.application.port.SignatureOutcome;
import io.trafficgen.domain.billing.WebhookRequest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The published vector of Standard Webhooks 1.0.0 (billing page, 3.3), and all ways off it. */
class StandardWebhooksTest implements PaymentProviderContract {
  private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
  private static final String ID = "msg_p5jXN8AQM9LWM0D4loKWxJek";
  private static final String SECONDS = "1614265330";
  private static final String BODY = "{\"test\": 2432232314}";
  private static final String SIGNATURE = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";

  private static final Instant SENT = Instant.ofEpochSecond(1_614_265_330);

  private static StandardWebhooks of(String keys) {
    return new StandardWebhooks(StandardKeys.parse(keys));
  }

  private final StandardWebhooks provider = of(SECRET);

  @Override
  public StandardWebhooks provider() {
    return provider;
  }

  @Override
  public WebhookRequest genuine() {
    return request(ID, SECONDS, SIGNATURE, BODY);
  }

  @Override
  public Instant signedAt() {
    return SENT;
  }

  private static WebhookRequest request(String id, String seconds, String signature, String body) {
    Map<String, List<String>> headers = new HashMap<>();
    headers.put("webhook-id", List.of(id));
    headers.put("webhook-timestamp", List.of(seconds));
    headers.put("webhook-signature", List.of(signature));
    return new WebhookRequest(headers, body.getBytes(StandardCharsets.UTF_8));
  }

  private void refuses(WebhookRequest request, Instant now) {
    assertThat(provider.verify(request, now)).isInstanceOf(SignatureOutcome.Forged.class);
  }

  @Test
  void takes_the_published_vector() {
    assertThat(provider.verify(request(ID, SECONDS, SIGNATURE, BODY), SENT))
        .isEqualTo(new SignatureOutcome.Genuine(ID));
  }

  @Test
  void takes_any_of_several_signatures_and_skips_versions_it_does_not_know() {
    String several = "v1a,AAAA v2,g0hM v1,AAAA " + SIGNATURE;
    assertThat(provider.verify(request(ID, SECONDS, several, BODY), SENT))
        .isEqualTo(new SignatureOutcome.Genuine(ID));
  }

  @Test
  void allows_five_minutes_either_way_and_not_a_second_more() {
    WebhookRequest request = request(ID, SECONDS, SIGNATURE, BODY);
    for (int offset : new int[] {-300, 300}) {
      assertThat(provider.verify(request, SENT.plusSeconds(offset)))
          .isInstanceOf(SignatureOutcome.Genuine.class);
    }
    refuses(request, SENT.plusSeconds(301));
    refuses(request, SENT.minusSeconds(301));
  }

  @Test
  void refuses_whatever_else_was_signed() {
    refuses(request(ID, SECONDS, SIGNATURE, "{\"test\": 2432232315}"), SENT);
    refuses(request(ID, SECONDS, SIGNATURE, "{\"test\":2432232314}"), SENT);
    refuses(request(ID, SECONDS, SIGNATURE, ""), SENT);
    refuses(request(ID + "x", SECONDS, SIGNATURE, BODY), SENT);
    refuses(request(ID, "1614265331", SIGNATURE, BODY), SENT);
    assertThat(of("whsec_AAAA").verify(request(ID, SECONDS, SIGNATURE, BODY), SENT))
        .isInstanceOf(SignatureOutcome.Forged.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "v1",
        "v1,",
        "v1,====",
        "v1,!",
        "v2,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
        "v1a,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
        "V1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
        "g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
        "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=,v1,AAAA",
        "v1,é"
      })
  void refuses_malformed_signatures_and_other_versions(String signature) {
    refuses(request(ID, SECONDS, signature, BODY), SENT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " 1614265330",
        "+1614265330",
        "1614265330.0",
        "1.6e9",
        "0x60",
        "-1",
        "16142653300000",
        "١٦١٤٢٦٥٣٣٠"
      })
  void refuses_malformed_timestamps(String seconds) {
    refuses(request(ID, seconds, SIGNATURE, BODY), SENT);
  }

  @Test
  void refuses_ids_that_are_absent_doubled_or_not_ascii() {
    refuses(request("", SECONDS, SIGNATURE, BODY), SENT);
    refuses(request("msg_é", SECONDS, SIGNATURE, BODY), SENT);
    refuses(request("a".repeat(256), SECONDS, SIGNATURE, BODY), SENT);
    Map<String, List<String>> headers =
        new HashMap<>(request(ID, SECONDS, SIGNATURE, BODY).headers());
    headers.put("webhook-id", List.of(ID, ID));
    refuses(new WebhookRequest(headers, BODY.getBytes(StandardCharsets.UTF_8)), SENT);
    headers.remove("webhook-id");
    refuses(new WebhookRequest(headers, BODY.getBytes(StandardCharsets.UTF_8)), SENT);
  }
}
