package io.trafficgen.web.security;

import io.trafficgen.application.port.PasswordHashing;
import io.trafficgen.domain.account.Password;
import io.trafficgen.domain.account.PasswordHash;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * Argon2id (RFC 9106) with m=19456 KiB, t=2, p=1 (security page, 5.1), kept in PHC string format. A
 * stored hash is checked with the costs that it names, so that ours can be raised.
 *
 * <p>At most two hashes run at once, because each takes 19 MiB: who finds no place within {@link
 * #PATIENCE} is told to come back.
 */
public final class Argon2Passwords implements PasswordHashing {
  private static final int MEMORY_KIB = 19_456;
  private static final int PASSES = 2;
  private static final int LANES = 1;
  private static final int SALT_BYTES = 16;
  private static final int HASH_BYTES = 32;
  private static final int AT_ONCE = 2;
  private static final Duration PATIENCE = Duration.ofSeconds(1);
  private static final Pattern PHC =
      Pattern.compile(
          "\\$argon2id\\$v=19\\$m=([0-9]{1,7}),t=([0-9]{1,3}),p=([0-9]{1,3})"
              + "\\$([A-Za-z0-9+/]+)\\$([A-Za-z0-9+/]+)");

  private final Semaphore places = new Semaphore(AT_ONCE, true);
  private final RandomGenerator random;

  /**
   * @param random must be cryptographically strong
   */
  public Argon2Passwords(RandomGenerator random) {
    this.random = random;
  }

  @Override
  public PasswordHash hash(Password password) {
    byte[] salt = random(SALT_BYTES);
    return phc(salt, argon2(password, salt, MEMORY_KIB, PASSES, LANES, HASH_BYTES));
  }

  /** Costs nothing to make: its hash is chance, of which nobody knows a password. */
  @Override
  public PasswordHash ofNobody() {
    return phc(random(SALT_BYTES), random(HASH_BYTES));
  }

  private byte[] random(int length) {
    byte[] bytes = new byte[length];
    random.nextBytes(bytes);
    return bytes;
  }

  private static PasswordHash phc(byte[] salt, byte[] hash) {
    Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
    return new PasswordHash(
        "$argon2id$v=19$m=%d,t=%d,p=%d$%s$%s"
            .formatted(
                MEMORY_KIB,
                PASSES,
                LANES,
                base64.encodeToString(salt),
                base64.encodeToString(hash)));
  }

  @Override
  public boolean matches(Password password, PasswordHash hash) {
    Matcher phc = PHC.matcher(hash.value());
    if (!phc.matches()) {
      throw new IllegalStateException("a stored password is no Argon2id hash");
    }
    byte[] expected = Base64.getDecoder().decode(phc.group(5));
    byte[] found =
        argon2(
            password,
            Base64.getDecoder().decode(phc.group(4)),
            Integer.parseInt(phc.group(1)),
            Integer.parseInt(phc.group(2)),
            Integer.parseInt(phc.group(3)),
            expected.length);
    return MessageDigest.isEqual(expected, found);
  }

  private byte[] argon2(
      Password password, byte[] salt, int memoryKib, int passes, int lanes, int length) {
    takePlace();
    try {
      Argon2BytesGenerator generator = new Argon2BytesGenerator();
      generator.init(
          new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
              .withVersion(Argon2Parameters.ARGON2_VERSION_13)
              .withMemoryAsKB(memoryKib)
              .withIterations(passes)
              .withParallelism(lanes)
              .withSalt(salt)
              .build());
      byte[] hash = new byte[length];
      generator.generateBytes(password.value().getBytes(StandardCharsets.UTF_8), hash);
      return hash;
    } finally {
      places.release();
    }
  }

  private void takePlace() {
    try {
      if (places.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        return;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    throw new ThrottledException("too many sign-ins at once", PATIENCE);
  }
}
