package io.trafficgen.web.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.trafficgen.application.port.SignatureOutcome;
import io.trafficgen.domain.InvalidValueException;
import io.trafficgen.domain.billing.WebhookRequest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which keys may have signed. */
class StandardKeysTest {
  private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
  private static final String ID = "msg_p5jXN8AQM9LWM0D4loKWxJek";
  private static final String SECONDS = "1614265330";
  private static final String BODY = "{\"test\": 2432232314}";
  private static final String SIGNATURE = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";

  /** The key of RFC 8032, 7.1, test 1; another program signed with it. */
  private static final String PUBLIC = "whpk_11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=";

  private static final String SEALED =
      "v1a,fldxM4gAKugP6nnt1hdz3sgGfZ6d99nzrMFnZOELIxbzEHoVmAb2ADpkJK7zgPePmPsle0zV9jSeGlHFG2NVAw==";
  private static final Instant SENT = Instant.ofEpochSecond(1_614_265_330);

  private static StandardWebhooks of(String keys) {
    return new StandardWebhooks(StandardKeys.parse(keys));
  }

  private static WebhookRequest request(String id, String seconds, String signature, String body) {
    Map<String, List<String>> headers = new HashMap<>();
    headers.put("webhook-id", List.of(id));
    headers.put("webhook-timestamp", List.of(seconds));
    headers.put("webhook-signature", List.of(signature));
    return new WebhookRequest(headers, body.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void takes_any_key_while_one_takes_the_place_of_another() {
    WebhookRequest request = request(ID, SECONDS, SIGNATURE, BODY);
    for (String keys :
        List.of("whsec_AAAA," + SECRET, SECRET + " \n whsec_AAAA", PUBLIC + "," + SECRET)) {
      assertThat(of(keys).verify(request, SENT))
          .as(keys)
          .isEqualTo(new SignatureOutcome.Genuine(ID));
    }
  }

  @Test
  void takes_ed25519_signatures_by_the_public_key() {
    StandardWebhooks asymmetric = of(PUBLIC);
    for (String signatures : List.of(SEALED, "v1,AAAA v1a,AAAA " + SEALED)) {
      assertThat(asymmetric.verify(request(ID, SECONDS, signatures, BODY), SENT))
          .isEqualTo(new SignatureOutcome.Genuine(ID));
    }
    for (WebhookRequest other :
        List.of(
            request(ID, SECONDS, SEALED, "{\"test\": 2432232315}"),
            request(ID + "x", SECONDS, SEALED, BODY),
            request(ID, "1614265331", SEALED, BODY),
            request(ID, SECONDS, SEALED.replace("v1a,f", "v1a,g"), BODY),
            request(ID, SECONDS, SEALED.replace("v1a,", "v1,"), BODY),
            request(ID, SECONDS, SIGNATURE, BODY))) {
      assertThat(asymmetric.verify(other, SENT)).isInstanceOf(SignatureOutcome.Forged.class);
    }
    for (Instant now : List.of(SENT.plusSeconds(301), SENT.minusSeconds(301))) {
      assertThat(asymmetric.verify(request(ID, SECONDS, SEALED, BODY), now))
          .isInstanceOf(SignatureOutcome.Forged.class);
    }
    assertThat(of(SECRET).verify(request(ID, SECONDS, SEALED, BODY), SENT))
        .isInstanceOf(SignatureOutcome.Forged.class);
  }

  /** A key is no secret to sign with for whoever knows the other kind's. */
  @Test
  void a_public_key_is_never_the_secret_of_a_symmetric_signature() {
    byte[] known = Base64.getDecoder().decode(PUBLIC.substring("whpk_".length()));
    byte[] start = (ID + "." + SECONDS + ".").getBytes(StandardCharsets.UTF_8);
    String forged =
        Base64.getEncoder()
            .encodeToString(new HmacSha256(known).of(start, BODY.getBytes(StandardCharsets.UTF_8)));
    assertThat(of(PUBLIC).verify(request(ID, SECONDS, "v1," + forged, BODY), SENT))
        .isInstanceOf(SignatureOutcome.Forged.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " , ",
        "whsec_",
        "whsec_!",
        "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
        "whsk_AAAA",
        "whpk_",
        "whpk_AAAA",
        "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw,other"
      })
  void cannot_be_made_without_a_key(String secret) {
    assertThatThrownBy(() -> of(secret))
        .isInstanceOf(InvalidValueException.class)
        .message()
        .doesNotContain("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
  }
}
