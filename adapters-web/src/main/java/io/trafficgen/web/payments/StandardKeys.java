package io.trafficgen.web.payments;

import io.trafficgen.domain.InvalidValueException;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * The keys of Standard Webhooks 1.0.0, several while one takes the place of another: {@code
 * whsec_}, shared ({@code v1}), and {@code whpk_}, Ed25519 public ({@code v1a}).
 */
public final class StandardKeys {
  private static final String SHARED = "whsec_";
  private static final String PUBLIC = "whpk_";
  private static final String SHARED_VERSION = "v1,";
  private static final String PUBLIC_VERSION = "v1a,";
  private static final String ED25519 = "Ed25519";
  private static final int MOST_SIGNATURES = 20;

  /** What stands before the 32 bytes of an Ed25519 key in a SubjectPublicKeyInfo (RFC 8410). */
  private static final byte[] SPKI_START = HexFormat.of().parseHex("302a300506032b6570032100");

  private static final int PUBLIC_BYTES = 32;

  private final List<HmacSha256> shared = new ArrayList<>();
  private final List<PublicKey> publics = new ArrayList<>();

  private StandardKeys() {}

  /**
   * Reads keys between commas or blanks.
   *
   * @throws InvalidValueException if one is no key; the text is never repeated
   */
  public static StandardKeys parse(String text) {
    StandardKeys keys = new StandardKeys();
    Arrays.stream(text.split("[,\\s]+", -1)).filter(key -> !key.isEmpty()).forEach(keys::add);
    if (keys.shared.isEmpty() && keys.publics.isEmpty()) {
      throw refused("there is no key in it");
    }
    return keys;
  }

  private void add(String key) {
    if (key.startsWith(SHARED)) {
      shared.add(
          new HmacSha256(
              decode(key.substring(SHARED.length()))
                  .filter(bytes -> bytes.length > 0)
                  .orElseThrow(() -> refused("whsec_ is followed by base64 of the key"))));
    } else if (key.startsWith(PUBLIC)) {
      publics.add(
          decode(key.substring(PUBLIC.length()))
              .filter(bytes -> bytes.length == PUBLIC_BYTES)
              .map(StandardKeys::publicKey)
              .orElseThrow(() -> refused("whpk_ is followed by base64 of 32 bytes")));
    } else {
      throw refused("a key starts with whsec_ or whpk_");
    }
  }

  private static PublicKey publicKey(byte[] bytes) {
    byte[] spki = Arrays.copyOf(SPKI_START, SPKI_START.length + PUBLIC_BYTES);
    System.arraycopy(bytes, 0, spki, SPKI_START.length, PUBLIC_BYTES);
    try {
      return KeyFactory.getInstance(ED25519).generatePublic(new X509EncodedKeySpec(spki));
    } catch (GeneralSecurityException e) {
      throw refused("whpk_ holds no Ed25519 key");
    }
  }

  private static InvalidValueException refused(String reason) {
    return new InvalidValueException("", reason, "whsec_… or whpk_…, several between commas");
  }

  /**
   * Whether one of the signatures fits one of the keys; those of other versions are skipped.
   *
   * @param signatures {@code version,base64}, between single blanks
   */
  boolean fit(String signatures, byte[] start, byte[] body) {
    return Arrays.stream(signatures.split(" ", MOST_SIGNATURES + 1))
        .limit(MOST_SIGNATURES)
        .anyMatch(
            signature -> fitsShared(signature, start, body) || fitsPublic(signature, start, body));
  }

  private boolean fitsShared(String signature, byte[] start, byte[] body) {
    return after(SHARED_VERSION, signature)
        .filter(given ->
            shared.stream().anyMatch(key -> MessageDigest.isEqual(key.of(start, body), given)))
        .isPresent();
  }

  private boolean fitsPublic(String signature, byte[] start, byte[] body) {
    return after(PUBLIC_VERSION, signature)
        .filter(given -> publics.stream().anyMatch(key -> isSigned(key, given, start, body)))
        .isPresent();
  }

  private static boolean isSigned(PublicKey key, byte[] given, byte[] start, byte[] body) {
    try {
      Signature signature = Signature.getInstance(ED25519);
      signature.initVerify(key);
      signature.update(start);
      signature.update(body);
      return signature.verify(given);
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  private static Optional<byte[]> after(String version, String signature) {
    return signature.startsWith(version)
        ? decode(signature.substring(version.length()))
        : Optional.empty();
  }

  private static Optional<byte[]> decode(String base64) {
    try {
      return Optional.of(Base64.getDecoder().decode(base64));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
