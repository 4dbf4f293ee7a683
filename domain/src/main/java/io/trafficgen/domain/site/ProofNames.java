package io.trafficgen.domain.site;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * At which names a TXT record proves control of a host (product page, 1.4): at its own, and at its
 * parents' up to the domain that was registered, so never at a public suffix, whose other
 * registrants are strangers.
 */
public final class ProofNames {
  private static final String LABEL = "_trafficgen.";

  /** A deeper host is proved at its own name and its nearest parents. */
  private static final int MOST = 8;

  private ProofNames() {}

  /**
   * Names to ask, the host's own first. None for a name without a dot or for an address: neither is
   * in the public DNS.
   *
   * @param registered the domain below a public suffix that a name belongs to; empty where the name
   *     is a public suffix itself, or below none that is known
   */
  public static List<String> of(Host host, Function<String, Optional<String>> registered) {
    String name = host.name();
    if (!name.contains(".") || Character.isDigit(name.charAt(name.lastIndexOf('.') + 1))) {
      return List.of();
    }
    List<String> names = new ArrayList<>(List.of(of(name)));
    registered
        .apply(name)
        .ifPresent(top -> {
          String parent = name;
          while (!parent.equals(top) && parent.endsWith("." + top) && names.size() < MOST) {
            parent = parent.substring(parent.indexOf('.') + 1);
            names.add(of(parent));
          }
        });
    return names;
  }

  static String of(String hostName) {
    return LABEL + hostName;
  }
}
