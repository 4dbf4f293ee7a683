package io.trafficgen.domain.exit;

import io.trafficgen.domain.settings.Country;
import java.util.Objects;
import java.util.Optional;

/**
 * Where visits leave from (engine page, 4.4).
 *
 * @param id name in {@code customProxies}, in lists and logs
 * @param country where it really is; empty if unknown, and then it meets no geo target
 * @param region of the country, for the operator's eyes
 * @param proxy empty for this machine's own network
 * @param publicIp what sites see; empty if unknown, never guessed
 * @param maxConcurrent page loads at once
 */
public record Exit(
    String id,
    Optional<Country> country,
    Optional<String> region,
    Optional<ProxyAddress> proxy,
    Optional<String> publicIp,
    int maxConcurrent) {
  public Exit {
    Objects.requireNonNull(country, "country");
    Objects.requireNonNull(region, "region");
    Objects.requireNonNull(proxy, "proxy");
    Objects.requireNonNull(publicIp, "publicIp");
    if (id.isEmpty() || maxConcurrent < 1) {
      throw new IllegalArgumentException("an exit has a name and room for a load");
    }
  }

  /** This machine's own network, about which nothing is known. */
  public static Exit direct() {
    return new Exit(
        "direct",
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        ExitList.MAX_CONCURRENT);
  }
}
