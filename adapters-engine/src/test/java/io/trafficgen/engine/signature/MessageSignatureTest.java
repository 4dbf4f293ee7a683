package io.trafficgen.engine.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.trafficgen.domain.InvalidValueException;
import io.trafficgen.engine.SignedRequest;
import io.trafficgen.engine.signature.MessageSignature.Component;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MessageSignatureTest {
  private static final SigningKey KEY = SigningKey.parse(SignedRequest.PEM);
  private static final String KEY_ID = "poqkLGiymh_W0uP6PZFw-dvez3QJT5SolqXBCW38r0U";

  @Test
  void signs_the_example_of_rfc_9421_b_2_6() {
    MessageSignature signature =
        MessageSignature.of(
            List.of(
                new Component("\"date\"", "Tue, 20 Apr 2021 02:07:55 GMT"),
                new Component("\"@method\"", "POST"),
                new Component("\"@path\"", "/foo"),
                new Component("\"@authority\"", "example.com"),
                new Component("\"content-type\"", "application/json"),
                new Component("\"content-length\"", "18")),
            ";created=1618884473;keyid=\"test-key-ed25519\"",
            KEY);

    assertThat(signature.input())
        .isEqualTo(
            "(\"date\" \"@method\" \"@path\" \"@authority\" \"content-type\" \"content-length\")"
                + ";created=1618884473;keyid=\"test-key-ed25519\"");
    assertThat(signature.value())
        .isEqualTo(
            ":wqcAqbmYJ2ji2glfAMaRy4gruYYnx2nEFN2HN6jrnDnQCK1u02Gb04v9EDgwUPiu4A0w6vuQv5lIp5WPpBKRCw==:");
  }

  @Test
  void names_the_key_by_its_thumbprint() {
    assertThat(KEY.id()).isEqualTo(KEY_ID);
    assertThat(KEY.x()).isEqualTo("JrQLj5P_89iXES9-vFgrIy29clF9CC_oPPsw3c5D0bs");
    assertThat(SigningKey.ofSeed(KEY.seed()).id()).isEqualTo(KEY_ID);
  }

  /** Appendix "EdDSA Using Curve edwards25519" of the draft. */
  @Test
  void signs_the_request_of_web_bot_auth() {
    MessageSignature signature =
        MessageSignature.of(
            List.of(
                new Component("\"@authority\"", "example.com"),
                new Component(
                    "\"signature-agent\";key=\"sig2\"", "\"https://signature-agent.test\"")),
            ";created=1735689600;keyid=\""
                + KEY_ID
                + "\";alg=\"ed25519\";expires=4889289600;nonce=\"n9p433xm+NJ3ph3upfBIGmsuwHw387YV7Q/F"
                + "+6BSpGCVjYCqQw6rznNA8PVVLySrAWsv0hQtFioQb6E1YsauiA==\";tag=\"web-bot-auth\"",
            KEY);

    assertThat(signature.value())
        .isEqualTo(
            ":CGokAoY/FrPpyuzTe1Fb2kLTAH9Idw6qSFd1+D77r1firsMRCxeuLu5e6O+ek3zQgDMAzjiXtLVfqE00xnABCQ==:");
  }

  @Test
  void a_request_is_signed_for_its_site_for_minutes() {
    Instant now = Instant.parse("2026-11-23T12:00:00Z");
    RequestSigner signer = new RequestSigner(KEY, InstantSource.fixed(now), new Random(1));

    Map<String, String> headers =
        signer.headers(URI.create("https://shop.example/a?b"), URI.create("https://t.example/"));

    assertThat(headers.keySet()).containsExactlyInAnyOrderElementsOf(RequestSigner.HEADERS);
    assertThat(headers.get("Signature-Input"))
        .startsWith(
            "sig1=(\"@authority\" \"signature-agent\";key=\"sig1\");created=%d;expires=%d;keyid="
                .formatted(now.getEpochSecond(), now.getEpochSecond() + 300));
  }

  @ParameterizedTest
  @CsvSource({
    "https://Shop.example/, shop.example",
    "https://shop.example:443/, shop.example",
    "http://shop.example:443/, shop.example:443",
    "http://localhost:8081/, localhost:8081",
  })
  void an_authority_is_normalised(URI target, String authority) {
    assertThat(RequestSigner.authority(target)).isEqualTo(authority);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "no key",
        "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----",
        "-----BEGIN PUBLIC KEY-----\nMCowBQYDK2VwAyEAJrQLj5P/89iXES9+vFgrIy29clF9CC/oPPsw3c5D0bs=\n"
            + "-----END PUBLIC KEY-----"
      })
  void what_is_no_private_key_is_refused(String pem) {
    assertThatThrownBy(() -> SigningKey.parse(pem)).isInstanceOf(InvalidValueException.class);
  }
}
