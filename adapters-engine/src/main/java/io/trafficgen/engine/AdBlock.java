package io.trafficgen.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Domains of advertisers and trackers, which no visit ever asks for anything (product page, 1.1):
 * matched with all their subdomains, before a name is resolved.
 */
final class AdBlock {
  private final Set<String> domains;

  AdBlock(Set<String> domains) {
    this.domains = Set.copyOf(domains);
  }

  /** The bundled list: one domain a line, {@code #} begins a comment. */
  static AdBlock bundled() {
    try (InputStream list = AdBlock.class.getResourceAsStream("ad-domains.txt")) {
      if (list == null) {
        throw new IllegalStateException("ad-domains.txt is missing from the jar");
      }
      return new AdBlock(
          new String(list.readAllBytes(), StandardCharsets.UTF_8)
              .lines()
              .map(String::strip)
              .filter(line -> !line.isEmpty() && !line.startsWith("#"))
              .collect(Collectors.toSet()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  boolean blocks(String host) {
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
