package io.trafficgen.application.account;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.random.RandomGenerator;

/** Opaque random tokens of 256 bits, of which only a hash is stored. */
public final class OpaqueTokens {
  private static final Duration LIFETIME = Duration.ofDays(30);
  private static final int BYTES = 32;

  private final RandomGenerator random;

  /**
   * @param random must be cryptographically strong
   */
  public OpaqueTokens(RandomGenerator random) {
    this.random = random;
  }

  /** How long a session lives from its sign-in. */
  Duration lifetime() {
    return LIFETIME;
  }

  String fresh() {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** What is stored: SHA-256 in lower-case hex; enough for a secret that cannot be guessed. */
  String hash(String token) {
    return sha256(token);
  }

  static String sha256(String secret) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
