package io.trafficgen.application.port;

import java.util.Optional;

/** Knows where names are registered by the public (publicsuffix.org). */
public interface PublicSuffixes {
  /**
   * The domain right below a public suffix that {@code name} belongs to: {@code shop.co.uk} for
   * {@code www.shop.co.uk}. Empty for a public suffix, and for what is below none that is listed.
   *
   * @param name lower-case ASCII
   */
  Optional<String> registered(String name);
}
