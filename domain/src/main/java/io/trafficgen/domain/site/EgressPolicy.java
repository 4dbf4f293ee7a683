package io.trafficgen.domain.site;

import java.net.InetAddress;
import java.net.URI;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Where TrafficGen may connect (security page, 5.2, points 1 to 3): asked once for the URI and once
 * more, at the dial, for every address that its name resolved to.
 *
 * @param allowed exempt from all rules but those on scheme and form of the URI
 * @param denied addresses refused although they are public: the server's own, its database's
 */
public record EgressPolicy(AllowedHosts allowed, Set<InetAddress> denied) {
  private static final int MAX_LENGTH = 2_048;
  private static final List<String> INTERNAL =
      List.of(
          "localhost",
          "local",
          "localdomain",
          "internal",
          "intranet",
          "private",
          "corp",
          "home",
          "lan",
          "svc",
          "test",
          "invalid",
          "onion",
          "arpa");

  public EgressPolicy {
    denied = Set.copyOf(denied);
  }

  /** The production default: public hosts on ports 80 and 443, nothing private. */
  public static EgressPolicy standard() {
    return new EgressPolicy(AllowedHosts.none(), Set.of());
  }

  /** The standard policy with the operator's exemptions. */
  public static EgressPolicy allowing(AllowedHosts allowed) {
    return new EgressPolicy(allowed, Set.of());
  }

  /** What can be said before the name is resolved. */
  public EgressVerdict judge(URI uri) {
    String scheme = uri.getScheme();
    if (!"http".equalsIgnoreCase(scheme) && !"https".equalsIgnoreCase(scheme)) {
      return EgressVerdict.SCHEME;
    }
    if (uri.toString().length() > MAX_LENGTH
        || uri.getRawUserInfo() != null
        || uri.getHost() == null) {
      return EgressVerdict.FORM;
    }
    if (allowed.covers(uri)) {
      return EgressVerdict.ALLOWED;
    }
    int port = Host.port(uri);
    if (port != 80 && port != 443) {
      return EgressVerdict.PORT;
    }
    return isPublicName(uri.getHost().toLowerCase(Locale.ROOT))
        ? EgressVerdict.ALLOWED
        : EgressVerdict.HOST;
  }

  /** The whole verdict: one bad address rejects the name. */
  public EgressVerdict judge(URI uri, Collection<InetAddress> addresses) {
    EgressVerdict verdict = judge(uri);
    if (!verdict.allowed()) {
      return verdict;
    }
    if (addresses.isEmpty()) {
      return EgressVerdict.UNRESOLVED;
    }
    boolean pass =
        allowed.covers(uri)
            || addresses.stream()
                .allMatch(
                    address -> PublicAddresses.contains(address) && !denied.contains(address));
    return pass ? EgressVerdict.ALLOWED : EgressVerdict.ADDRESS;
  }

  /**
   * At least two labels, the last one of a public kind. A last label that begins with a digit would
   * be an IPv4 literal in one of its many forms ({@code 0x7f.1}); an IPv6 literal has brackets.
   */
  private static boolean isPublicName(String name) {
    String last = name.substring(name.lastIndexOf('.') + 1);
    return name.contains(".")
        && !last.isEmpty()
        && !Character.isDigit(last.charAt(0))
        && !name.startsWith("[")
        && !INTERNAL.contains(last);
  }
}
