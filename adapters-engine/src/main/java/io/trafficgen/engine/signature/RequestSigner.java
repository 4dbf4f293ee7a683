package io.trafficgen.engine.signature;

import io.trafficgen.engine.signature.MessageSignature.Component;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * Signs requests as Web Bot Auth asks for it (draft-ietf-webbotauth-httpsig-protocol-01): bound to
 * the site that is asked, good for minutes, with the address of our keys.
 */
public final class RequestSigner {
  /** Names of the headers that it makes. */
  public static final List<String> HEADERS =
      List.of("Signature-Agent", "Signature-Input", "Signature");

  static final String DIRECTORY_PATH = "/.well-known/http-message-signatures-directory";

  /** Time for clocks that differ; a signature that somebody copied is of no use after it. */
  private static final Duration VALID = Duration.ofMinutes(5);

  private static final String LABEL = "sig1";
  private static final int NONCE_BYTES = 32;

  private final SigningKey key;
  private final InstantSource clock;
  private final RandomGenerator random;

  public RequestSigner(SigningKey key, InstantSource clock, RandomGenerator random) {
    this.key = key;
    this.clock = clock;
    this.random = random;
  }

  /** The key, for a process that signs in our name. */
  public SigningKey key() {
    return key;
  }

  /**
   * The headers of a request to {@code target}.
   *
   * @param baseUrl of this installation, which serves the key directory
   */
  public Map<String, String> headers(URI target, URI baseUrl) {
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    return headers(target, baseUrl, clock.instant(), Base64.getEncoder().encodeToString(nonce));
  }

  Map<String, String> headers(URI target, URI baseUrl, Instant created, String nonce) {
    String agent = "\"" + directory(baseUrl) + "\"";
    MessageSignature signature =
        MessageSignature.of(
            List.of(
                new Component("\"@authority\"", authority(target)),
                new Component("\"signature-agent\";key=\"" + LABEL + "\"", agent)),
            ";created="
                + created.getEpochSecond()
                + ";expires="
                + created.plus(VALID).getEpochSecond()
                + (";keyid=\"" + key.id() + "\";alg=\"ed25519\"")
                + (";nonce=\"" + nonce + "\";tag=\"web-bot-auth\""),
            key);
    return Map.of(
        "Signature-Agent",
        LABEL + "=" + agent,
        "Signature-Input",
        LABEL + "=" + signature.input(),
        "Signature",
        LABEL + "=" + signature.value());
  }

  /** Where our keys are; draft 01 wants the whole address of the set. */
  static String directory(URI baseUrl) {
    return baseUrl.toString().replaceAll("/+$", "") + DIRECTORY_PATH;
  }

  /** RFC 9421, 2.2.3: lower case, without the scheme's own port. */
  static String authority(URI target) {
    String host = target.getHost().toLowerCase(Locale.ROOT);
    int standard = "https".equalsIgnoreCase(target.getScheme()) ? 443 : 80;
    return target.getPort() == -1 || target.getPort() == standard
        ? host
        : host + ":" + target.getPort();
  }
}
