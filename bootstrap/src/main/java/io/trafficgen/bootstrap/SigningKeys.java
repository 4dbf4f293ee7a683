package io.trafficgen.bootstrap;

import io.trafficgen.domain.InvalidValueException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Keys of session tokens by their {@code kid}.
 *
 * @param signing the one that signs; the others are still believed
 */
record SigningKeys(Map<String, byte[]> keys, String signing) {
  private static final int LEAST_BYTES = 32;
  private static final String EXAMPLE = "2026a:<base64 of 32 random bytes>,2025b:<base64>";

  /** One key under the name {@code first}. */
  static SigningKeys of(byte[] key) {
    return new SigningKeys(Map.of("first", key), "first");
  }

  /** Reads {@code kid:base64} pairs, comma-separated; the first one signs. */
  static SigningKeys parse(String text) {
    Map<String, byte[]> keys = new LinkedHashMap<>();
    for (String pair : text.split(",", -1)) {
      String[] parts = pair.strip().split(":", 2);
      byte[] key = parts.length == 2 ? decoded(parts[1]) : new byte[0];
      if (parts[0].isEmpty() || key.length < LEAST_BYTES) {
        throw new InvalidValueException("", "each key is kid:base64 of at least 32 bytes", EXAMPLE);
      }
      keys.put(parts[0], key);
    }
    return new SigningKeys(keys, keys.keySet().iterator().next());
  }

  private static byte[] decoded(String base64) {
    try {
      return Base64.getDecoder().decode(base64);
    } catch (IllegalArgumentException e) {
      return new byte[0];
    }
  }

  @Override
  public String toString() {
    return "SigningKeys" + keys.keySet();
  }
}
