package io.trafficgen.domain.account;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Keyed hash of a network address: tells whether two requests came from one place, and not from
 * which (billing page, 3.4).
 *
 * @param text 32 hexadecimal digits
 */
public record VisitorMark(String text) {
  private static final String ALGORITHM = "HmacSHA256";
  private static final int BYTES = 16;

  /** What one household or one customer of a provider gets of IPv6: the first 64 bits. */
  private static final int IPV6_SITE_GROUPS = 4;

  private static final List<String> LOOPBACK = List.of("127.", "0:0:0:0:0:0:0:1", "::1");

  /**
   * @param address as {@code InetAddress.getHostAddress} writes it: eight groups of IPv6
   */
  public static VisitorMark of(byte[] key, String address) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key, ALGORITHM));
      byte[] hash = mac.doFinal(site(address).getBytes(StandardCharsets.UTF_8));
      return new VisitorMark(HexFormat.of().formatHex(hash, 0, BYTES));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
    }
  }

  /** As {@link #of}; empty for an address of this machine, which tells nothing of anybody. */
  public static Optional<VisitorMark> find(byte[] key, String address) {
    return LOOPBACK.stream().anyMatch(address::startsWith)
        ? Optional.empty()
        : Optional.of(of(key, address));
  }

  private static String site(String address) {
    String[] groups = address.split(":", -1);
    return groups.length < 2 * IPV6_SITE_GROUPS
        ? address
        : String.join(":", List.of(groups).subList(0, IPV6_SITE_GROUPS));
  }

  @Override
  public String toString() {
    return text;
  }
}
