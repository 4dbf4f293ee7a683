package io.trafficgen.web.payments;

import io.trafficgen.domain.InvalidValueException;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Whom to believe. Wise signs for all its customers with one key, and anybody may let it send
 * genuine events to any address: only those of our subscriptions about our profiles are ours.
 *
 * @param key Wise's public key, one for each of its environments
 * @param subscriptions identities of ours
 * @param profiles identities of ours
 */
public record WiseAllowance(PublicKey key, Set<String> subscriptions, Set<String> profiles) {
  private static final Pattern ARMOUR = Pattern.compile("-----(BEGIN|END) PUBLIC KEY-----|\\s");

  /** What trial events have in place of identities. */
  private static final Pattern DUMMY = Pattern.compile("[0-]+");

  public WiseAllowance {
    subscriptions = Set.copyOf(subscriptions);
    profiles = Set.copyOf(profiles);
  }

  /**
   * Reads an RSA key: base64 of DER, or PEM.
   *
   * @throws InvalidValueException if it is none
   */
  public static PublicKey key(String text) {
    try {
      byte[] der = Base64.getDecoder().decode(ARMOUR.matcher(text).replaceAll(""));
      return KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(der));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw new InvalidValueException("", "is no RSA public key", "MIIBIjANBgkq…");
    }
  }

  /** Reads identities between commas. */
  public static Set<String> identities(String text) {
    return Arrays.stream(text.split(",", -1))
        .map(String::strip)
        .filter(identity -> !identity.isEmpty())
        .collect(Collectors.toUnmodifiableSet());
  }

  boolean covers(String subscription, String profile) {
    return !isDummy(subscription)
        && !isDummy(profile)
        && subscriptions.contains(subscription)
        && profiles.contains(profile);
  }

  static boolean isDummy(String identity) {
    return DUMMY.matcher(identity).matches();
  }
}
