package io.trafficgen.domain.site;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What a site shows to prove that an account controls it: a keyed hash of account and host, so that
 * another account's token is useless and none has to be stored.
 *
 * @param text {@code tg-verify-} and 40 hexadecimal digits
 */
public record SiteToken(String text) {
  private static final String PREFIX = "tg-verify-";
  private static final String ALGORITHM = "HmacSHA256";
  private static final int BYTES = 20;

  /** The token of {@code account} for {@code host}; the same for the same key, always. */
  public static SiteToken of(byte[] key, UUID account, Host host) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key, ALGORITHM));
      byte[] hash = mac.doFinal((account + "\n" + host).getBytes(StandardCharsets.UTF_8));
      return new SiteToken(PREFIX + HexFormat.of().formatHex(hash, 0, BYTES));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
    }
  }

  /** Whether the token stands in {@code fileText} on a line of its own. */
  public boolean standsIn(String fileText) {
    return fileText.lines().map(String::strip).anyMatch(this::matches);
  }

  /** Compares in constant time. */
  public boolean matches(String candidate) {
    return MessageDigest.isEqual(
        text.getBytes(StandardCharsets.UTF_8), candidate.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public String toString() {
    return text;
  }
}
