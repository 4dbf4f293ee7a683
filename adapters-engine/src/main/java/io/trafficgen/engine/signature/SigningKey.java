package io.trafficgen.engine.signature;

import io.trafficgen.domain.InvalidValueException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.interfaces.EdECPrivateKey;
import java.security.spec.NamedParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;

/** An Ed25519 private key (RFC 8032); no text that is made of it shows it. */
public final class SigningKey {
  private static final String EXAMPLE = "openssl genpkey -algorithm ed25519";
  private static final Base64.Encoder BASE64_URL = Base64.getUrlEncoder().withoutPadding();

  private final Ed25519PrivateKeyParameters key;

  private SigningKey(byte[] seed) {
    this.key = new Ed25519PrivateKeyParameters(seed);
  }

  /** The key of 32 secret bytes. */
  public static SigningKey ofSeed(byte[] seed) {
    return new SigningKey(seed);
  }

  /** Reads PKCS#8 in PEM (RFC 7468, section 10), as OpenSSL writes it. */
  public static SigningKey parse(String pem) {
    String begin = "-----BEGIN PRIVATE KEY-----";
    String end = "-----END PRIVATE KEY-----";
    int from = pem.indexOf(begin);
    int to = pem.indexOf(end);
    if (from < 0 || to < from) {
      throw new InvalidValueException("", "holds no private key in PEM (PKCS#8)", EXAMPLE);
    }
    try {
      byte[] der = Base64.getMimeDecoder().decode(pem.substring(from + begin.length(), to));
      if (KeyFactory.getInstance("EdDSA").generatePrivate(new PKCS8EncodedKeySpec(der))
              instanceof EdECPrivateKey edwards
          && edwards.getParams().getName().equals(NamedParameterSpec.ED25519.getName())) {
        return new SigningKey(edwards.getBytes().orElseThrow());
      }
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      // said below; the cause may show what was read
    }
    throw new InvalidValueException("", "holds no Ed25519 key", EXAMPLE);
  }

  /** The 32 secret bytes, for a process that signs in our name. */
  public byte[] seed() {
    return key.getEncoded();
  }

  /** The public key as RFC 8037 writes it ({@code x}). */
  String x() {
    return BASE64_URL.encodeToString(key.generatePublicKey().getEncoded());
  }

  /** Thumbprint of the public key: RFC 7638 with the members of RFC 8037, appendix A.3. */
  public String id() {
    String members = "{\"crv\":\"Ed25519\",\"kty\":\"OKP\",\"x\":\"" + x() + "\"}";
    return BASE64_URL.encodeToString(sha256(members.getBytes(StandardCharsets.UTF_8)));
  }

  byte[] sign(byte[] message) {
    return Signatures.of(key, message);
  }

  static byte[] sha256(byte[] message) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(message);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK knows SHA-256", e);
    }
  }

  @Override
  public String toString() {
    return "SigningKey " + id();
  }

  /**
   * Apart, for those who sign: a JVM that verifies this code reads a jar that is signed itself, and
   * to check that jar takes a cold process longer than anything else.
   */
  private static final class Signatures {
    static byte[] of(Ed25519PrivateKeyParameters key, byte[] message) {
      Ed25519Signer signer = new Ed25519Signer();
      signer.init(true, key);
      signer.update(message, 0, message.length);
      return signer.generateSignature();
    }
  }
}
