package io.trafficgen.engine;

import io.trafficgen.domain.settings.ThirdPartyBlock;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Domains of advertisers, which no visit ever asks for anything (product page, 1.1), and of
 * analytics, which visits ask if the owner wants that: matched with all their subdomains, before a
 * name is resolved.
 */
final class AdBlock {
  private final Set<String> ads;
  private final Set<String> analytics;

  AdBlock(Set<String> ads, Set<String> analytics) {
    this.ads = Set.copyOf(ads);
    this.analytics = Set.copyOf(analytics);
  }

  /** The bundled lists: one domain a line, {@code #} begins a comment. */
  static AdBlock bundled() {
    return new AdBlock(read("ad-domains.txt"), read("analytics-domains.txt"));
  }

  private static Set<String> read(String name) {
    try (InputStream list = AdBlock.class.getResourceAsStream(name)) {
      if (list == null) {
        throw new IllegalStateException(name + " is missing from the jar");
      }
      return new String(list.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .map(String::strip)
          .filter(line -> !line.isEmpty() && !line.startsWith("#"))
          .collect(Collectors.toSet());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Ads whatever the owner wants, analytics unless he wants them. */
  boolean blocks(String host, ThirdPartyBlock wanted) {
    return covers(ads, host) || (wanted != ThirdPartyBlock.ADS && covers(analytics, host));
  }

  private static boolean covers(Set<String> domains, String host) {
    String rest = host.toLowerCase(Locale.ROOT);
    while (!domains.contains(rest)) {
      int dot = rest.indexOf('.');
      if (dot < 0) {
        return false;
      }
      rest = rest.substring(dot + 1);
    }
    return true;
  }
}
