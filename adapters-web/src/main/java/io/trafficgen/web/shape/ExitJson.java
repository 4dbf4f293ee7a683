package io.trafficgen.web.shape;

import io.trafficgen.domain.exit.Exit;
import io.trafficgen.domain.settings.Country;
import java.util.Optional;

/**
 * An exit as everybody may know it: never how it is reached.
 *
 * @param publicIp what sites see; empty if the operator does not say
 */
public record ExitJson(
    String id, Optional<String> country, Optional<String> region, Optional<String> publicIp) {
  public static ExitJson of(Exit exit) {
    return new ExitJson(
        exit.id(), exit.country().map(Country::code), exit.region(), exit.publicIp());
  }
}
