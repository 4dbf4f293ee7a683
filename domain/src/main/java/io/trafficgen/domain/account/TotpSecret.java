package io.trafficgen.domain.account;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The secret that an account and its owner's device share: time-based one-time passwords (RFC 6238)
 * by SHA-1, six digits, steps of 30 seconds.
 *
 * @param bytes 20 random bytes
 */
public record TotpSecret(byte[] bytes) {
  private static final String ALGORITHM = "HmacSHA1";
  private static final int BYTES = 20;
  private static final int MODULUS = 1_000_000;
  private static final Duration STEP = Duration.ofSeconds(30);

  /** Clocks of devices go wrong, and typing takes time. */
  private static final int STEPS_AROUND = 1;

  /** RFC 4648, 6. */
  private static final String BASE_32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

  private static final int BITS = 5;

  /**
   * @param random must be cryptographically strong
   */
  public static TotpSecret random(RandomGenerator random) {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    return new TotpSecret(bytes);
  }

  /** The code of the step around {@code time}: six digits. */
  public String code(Instant time) {
    return code(step(time));
  }

  /**
   * The step whose code was given, of those around now that come after {@code last}.
   *
   * @param last the step that was used last: none is good twice
   */
  public OptionalLong match(String code, Instant now, long last) {
    long step = step(now);
    return LongStream.rangeClosed(step - STEPS_AROUND, step + STEPS_AROUND)
        .filter(candidate -> candidate > last)
        .filter(candidate -> code(candidate).equals(code.strip()))
        .findFirst();
  }

  /** The secret as people type it: base 32. */
  public String text() {
    StringBuilder text = new StringBuilder();
    int buffer = 0;
    int held = 0;
    for (byte next : bytes) {
      buffer = (buffer << Byte.SIZE) | (next & 0xff);
      held += Byte.SIZE;
      while (held >= BITS) {
        held -= BITS;
        text.append(BASE_32.charAt((buffer >> held) & 0x1f));
      }
    }
    return held == 0
        ? text.toString()
        : text.append(BASE_32.charAt((buffer << (BITS - held)) & 0x1f)).toString();
  }

  /**
   * What authenticator apps read from a picture: an {@code otpauth} URI (Google's "Key Uri
   * Format").
   */
  public String uri(Email email) {
    try {
      return new URI(
              "otpauth",
              "totp",
              "/TrafficGen:" + email,
              "secret=" + text() + "&issuer=TrafficGen&algorithm=SHA1&digits=6&period=30",
              null)
          .toASCIIString();
    } catch (URISyntaxException e) {
      throw new IllegalStateException("every part is quoted", e);
    }
  }

  private static long step(Instant time) {
    return Math.floorDiv(time.getEpochSecond(), STEP.toSeconds());
  }

  /** RFC 4226, 5.3, of the step as the counter. */
  private String code(long step) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(bytes, ALGORITHM));
      byte[] hash = mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
      int offset = hash[hash.length - 1] & 0x0f;
      int number = ByteBuffer.wrap(hash).getInt(offset) & Integer.MAX_VALUE;
      return "%06d".formatted(number % MODULUS);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
    }
  }

  @Override
  public String toString() {
    return "TotpSecret[hidden]";
  }
}
