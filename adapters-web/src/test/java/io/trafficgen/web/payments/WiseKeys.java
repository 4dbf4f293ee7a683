package io.trafficgen.web.payments;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A key of our own in the place of Wise's, so that tests can sign. */
public final class WiseKeys {
  public static final String SUBSCRIPTION = "f2264fe5-a0f5-4dab-a1b4-6faa87761425";
  public static final String PROFILE = "16055450";

  private static final KeyPair PAIR = pair();

  private WiseKeys() {}

  /** What an operator would configure. */
  public static WiseAllowance allowance() {
    return new WiseAllowance(PAIR.getPublic(), Set.of(SUBSCRIPTION), Set.of(PROFILE, "2"));
  }

  /** What Wise sends beside the body. */
  public static Map<String, String> headers(String body) {
    try {
      Signature signature = Signature.getInstance("SHA256withRSA");
      signature.initSign(PAIR.getPrivate());
      signature.update(body.getBytes(StandardCharsets.UTF_8));
      return Map.of(
          "X-Signature-SHA256",
          Base64.getEncoder().encodeToString(signature.sign()),
          "X-Delivery-Id",
          "d2f2b8a4-0000-4000-8000-000000000001");
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  static List<String> signature(String body) {
    return headers(body).values().stream().filter(value -> value.length() > 100).toList();
  }

  private static KeyPair pair() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }
}
