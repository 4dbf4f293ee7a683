package io.trafficgen.web.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.trafficgen.application.contract.PaymentProviderContract;
import io.trafficgen.application.port.SignatureOutcome.Forged;
import io.trafficgen.application.port.SignatureOutcome.Genuine;
import io.trafficgen.domain.billing.WebhookRequest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The vector that Revolut publishes (billing page, 3.3), and all ways off it. */
class RevolutPaymentsTest implements PaymentProviderContract {
  private static final String SECRET = "wsk_r59a4HfWVAKycbCaNO1RvgCJec02gRd8";
  private static final String MILLIS = "1683650202360";
  private static final String BODY =
      "{\"event\": \"ORDER_COMPLETED\",\"order_id\": \"9fc01989-3f61-4484-a5d9-ffe768531be9\","
          + "\"merchant_order_ext_ref\": \"Test #3928\"}";
  private static final String SIGNATURE =
      "v1=281b1f1aebe9357b7b128fd6a3aae0fe202c901add4ce75e6d038e498871d7fd";
  private static final Genuine COMPLETED =
      new Genuine("ORDER_COMPLETED:9fc01989-3f61-4484-a5d9-ffe768531be9");
  private static final Instant SENT = Instant.ofEpochMilli(1_683_650_202_360L);

  private final RevolutPayments provider = of(SECRET);

  private static RevolutPayments of(String secret) {
    return new RevolutPayments(secret, new ScriptedHttp().revolut());
  }

  @Override
  public RevolutPayments provider() {
    return provider;
  }

  @Override
  public WebhookRequest genuine() {
    return request(MILLIS, SIGNATURE, BODY);
  }

  @Override
  public Instant signedAt() {
    return SENT;
  }

  private static WebhookRequest request(String millis, String signature, String body) {
    return new WebhookRequest(
        Map.of(
            "revolut-request-timestamp", List.of(millis), "revolut-signature", List.of(signature)),
        body.getBytes(StandardCharsets.UTF_8));
  }

  private static String signed(String millis, String body) {
    byte[] start = ("v1." + millis + ".").getBytes(StandardCharsets.UTF_8);
    byte[] mac =
        new HmacSha256(SECRET.getBytes(StandardCharsets.UTF_8))
            .of(start, body.getBytes(StandardCharsets.UTF_8));
    return "v1=" + HexFormat.of().formatHex(mac);
  }

  private void refuses(WebhookRequest request, Instant now) {
    assertThat(provider.verify(request, now)).isInstanceOf(Forged.class);
  }

  @Test
  void takes_the_published_vector() {
    assertThat(provider.verify(genuine(), SENT)).isEqualTo(COMPLETED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"v1=00,%s", "%s,v1=00", "v2=00, %s", " %s , v1=!", "v1=,%s,"})
  void takes_any_of_several_signatures_while_secrets_rotate(String several) {
    assertThat(provider.verify(request(MILLIS, several.formatted(SIGNATURE), BODY), SENT))
        .isEqualTo(COMPLETED);
  }

  @Test
  void allows_five_minutes_either_way_and_not_a_millisecond_more() {
    for (long offset : new long[] {-300_000, 300_000}) {
      assertThat(provider.verify(genuine(), SENT.plusMillis(offset))).isEqualTo(COMPLETED);
    }
    refuses(genuine(), SENT.plusMillis(300_001));
    refuses(genuine(), SENT.minusMillis(300_001));
  }

  @Test
  void refuses_whatever_else_was_signed() {
    refuses(request(MILLIS, SIGNATURE, BODY.replace("3928", "3929")), SENT);
    refuses(request(MILLIS, SIGNATURE, BODY.replace("\": \"", "\":\"")), SENT);
    refuses(request(MILLIS, SIGNATURE, ""), SENT);
    refuses(request("1683650202361", SIGNATURE, BODY), SENT);
    for (String other : List.of("r59a4HfWVAKycbCaNO1RvgCJec02gRd8", SECRET + " ", "x")) {
      assertThat(of(other).verify(genuine(), SENT)).isInstanceOf(Forged.class);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "v1",
        "v1=",
        "v1=!",
        "v1=281b",
        "v2=281b1f1aebe9357b7b128fd6a3aae0fe202c901add4ce75e6d038e498871d7fd",
        "v0=281b1f1aebe9357b7b128fd6a3aae0fe202c901add4ce75e6d038e498871d7fd",
        "V1=281b1f1aebe9357b7b128fd6a3aae0fe202c901add4ce75e6d038e498871d7fd",
        "281b1f1aebe9357b7b128fd6a3aae0fe202c901add4ce75e6d038e498871d7fd",
        "v1=v1=281b1f1aebe9357b7b128fd6a3aae0fe202c901add4ce75e6d038e498871d7fd",
        "v1=281b1f1aebe9357b7b128fd6a3aae0fe202c901add4ce75e6d038e498871d7fd00",
        "v1=081b1f1aebe9357b7b128fd6a3aae0fe202c901add4ce75e6d038e498871d7fd",
        "v1=２81b1f1aebe9357b7b128fd6a3aae0fe202c901add4ce75e6d038e498871d7fd"
      })
  void refuses_malformed_signatures_and_other_versions(String signature) {
    refuses(request(MILLIS, signature, BODY), SENT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " 1683650202360",
        "+1683650202360",
        "1683650202360.0",
        "1.68e12",
        "0x18",
        "-1",
        "16836502023600",
        "١٦٨٣٦٥٠٢٠٢٣٦٠",
        "1683650202"
      })
  void refuses_malformed_timestamps_even_if_they_were_signed(String millis) {
    refuses(request(millis, signed(millis, BODY), BODY), SENT);
  }

  @Test
  void refuses_headers_that_are_absent_or_doubled() {
    for (String header : genuine().headers().keySet()) {
      Map<String, List<String>> headers = new HashMap<>(genuine().headers());
      List<String> value = headers.get(header);
      headers.put(header, List.of(value.get(0), value.get(0)));
      refuses(new WebhookRequest(headers, genuine().body()), SENT);
      headers.remove(header);
      refuses(new WebhookRequest(headers, genuine().body()), SENT);
      assertThat(provider.recognises(new WebhookRequest(headers, genuine().body()))).isTrue();
    }
  }

  @Test
  void looks_at_no_more_than_twenty_signatures() {
    assertThat(provider.verify(request(MILLIS, "v1=00,".repeat(19) + SIGNATURE, BODY), SENT))
        .isEqualTo(COMPLETED);
    refuses(request(MILLIS, "v1=00,".repeat(20) + SIGNATURE, BODY), SENT);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"event\":\"DISPUTE_WON\",\"dispute_id\":\"ab934829-e4ba-4e7f-8a21-365cad85c763\"}"
            + "|DISPUTE_WON:ab934829-e4ba-4e7f-8a21-365cad85c763",
        "{\"event\":\"PAYOUT_FAILED\",\"payout_id\":\"6634c172-3398-ac93-aee9-50de0282e3ac\"}"
            + "|PAYOUT_FAILED:6634c172-3398-ac93-aee9-50de0282e3ac",
        "{}|44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a"
      })
  void copies_are_told_by_event_and_subject_or_by_the_bytes(String body, String key) {
    assertThat(provider.verify(request(MILLIS, signed(MILLIS, body), body), SENT))
        .isEqualTo(new Genuine(key));
  }

  @Test
  void cannot_be_made_without_a_secret() {
    assertThatIllegalArgumentException().isThrownBy(() -> of(""));
  }
}
