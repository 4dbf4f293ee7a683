package io.trafficgen.engine.signature;

import io.trafficgen.application.port.KeyDirectory;
import io.trafficgen.engine.signature.MessageSignature.Component;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The JWK set of one key, signed with that key (draft-ietf-webbotauth-httpsig-protocol-01). The
 * signature names our own authority, whatever host was asked for: else another site could show our
 * keys as its own.
 */
public final class SignedKeyDirectory implements KeyDirectory {
  private static final Duration VALID = Duration.ofDays(1);
  private static final String LABEL = "binding";

  private final Optional<SigningKey> key;
  private final URI baseUrl;
  private final InstantSource clock;

  public SignedKeyDirectory(Optional<SigningKey> key, URI baseUrl, InstantSource clock) {
    this.key = key;
    this.baseUrl = baseUrl;
    this.clock = clock;
  }

  @Override
  public Optional<Published> publish() {
    Instant now = clock.instant();
    return key.map(signing -> publish(signing, now, now.plus(VALID)));
  }

  Published publish(SigningKey signing, Instant created, Instant expires) {
    String json =
        "{\"keys\":[{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"kid\":\"%s\",\"x\":\"%s\",\"use\":\"sig\"}]}"
            .formatted(signing.id(), signing.x());
    byte[] digest = SigningKey.sha256(json.getBytes(StandardCharsets.UTF_8));
    String contentDigest = "sha-256=:" + Base64.getEncoder().encodeToString(digest) + ":";
    MessageSignature signature =
        MessageSignature.of(
            List.of(
                new Component("\"@authority\";req", RequestSigner.authority(baseUrl)),
                new Component("\"content-digest\"", contentDigest)),
            (";created=" + created.getEpochSecond() + ";expires=" + expires.getEpochSecond())
                + (";keyid=\"" + signing.id() + "\"")
                + ";tag=\"http-message-signatures-directory\"",
            signing);
    return new Published(
        json,
        Map.of(
            "Content-Digest",
            contentDigest,
            "Signature-Input",
            LABEL + "=" + signature.input(),
            "Signature",
            LABEL + "=" + signature.value()));
  }
}
