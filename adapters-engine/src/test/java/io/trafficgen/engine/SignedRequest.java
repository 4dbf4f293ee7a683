package io.trafficgen.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A signed request as a site would verify it: from RFC 9421 alone, with the JDK's own Ed25519. */
public final class SignedRequest {
  /** The test key of RFC 9421, appendix B.1.4. */
  public static final String PEM =
      """
      -----BEGIN PRIVATE KEY-----
      MC4CAQAwBQYDK2VwBCIEIJ+DYvh6SEqVTm50DFtMDoQikTmiCqirVv9mWG9qfSnF
      -----END PRIVATE KEY-----
      """;

  private static final String X509_OF_ED25519 = "302a300506032b6570032100";
  private static final Pattern INPUT =
      Pattern.compile(
          "sig1=(\\(\"@authority\" \"signature-agent\";key=\"sig1\"\\)"
              + ";created=(\\d+);expires=(\\d+);keyid=\"([^\"]+)\";alg=\"ed25519\""
              + ";nonce=\"([^\"]+)\";tag=\"web-bot-auth\")");

  private SignedRequest() {}

  /**
   * Fails unless the signature is right.
   *
   * @param x of the public key, as the directory shows it
   * @return its nonce
   */
  public static String verify(TestSite.Seen seen, String authority, String x) {
    Matcher input = INPUT.matcher(seen.header("Signature-Input"));
    assertThat(input.matches()).as(seen.header("Signature-Input")).isTrue();
    long lasts = Long.parseLong(input.group(3)) - Long.parseLong(input.group(2));
    assertThat(lasts).isPositive().isLessThanOrEqualTo(86_400);
    String agent = seen.header("Signature-Agent");
    assertThat(agent).startsWith("sig1=");
    String base =
        "\"@authority\": %s\n\"signature-agent\";key=\"sig1\": %s\n\"@signature-params\": %s"
            .formatted(authority, agent.substring("sig1=".length()), input.group(1));
    String value = seen.header("Signature");
    assertThat(value).startsWith("sig1=:").endsWith(":");
    byte[] bytes = Base64.getDecoder().decode(value.substring(6, value.length() - 1));
    assertThat(isSigned(base, bytes, x)).as(seen.path()).isTrue();
    return input.group(5);
  }

  /** Whether {@code signature} is that of {@code message} by the key {@code x}. */
  public static boolean isSigned(String message, byte[] signature, String x) {
    try {
      byte[] key =
          HexFormat.of()
              .parseHex(
                  X509_OF_ED25519 + HexFormat.of().formatHex(Base64.getUrlDecoder().decode(x)));
      Signature ed25519 = Signature.getInstance("Ed25519");
      ed25519.initVerify(
          KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(key)));
      ed25519.update(message.getBytes(StandardCharsets.UTF_8));
      return ed25519.verify(signature);
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }
}
