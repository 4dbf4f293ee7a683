package io.trafficgen.domain.settings;

import java.util.List;
import java.util.Objects;

/**
 * Where visits come from: always one of the operator's exits.
 *
 * @param geoTargets wished countries; empty for any
 * @param customProxies names of exits that {@link ProxyMode#CUSTOM} is confined to
 */
public record Routing(
    List<GeoTarget> geoTargets,
    GeoShortage ifGeoUnavailable,
    ProxyMode proxyMode,
    List<String> customProxies) {
  public Routing {
    geoTargets = List.copyOf(geoTargets);
    customProxies = List.copyOf(customProxies);
    Objects.requireNonNull(ifGeoUnavailable, "ifGeoUnavailable");
    Objects.requireNonNull(proxyMode, "proxyMode");
  }

  static Routing read(FieldReader fields, FieldReader qa) {
    return new Routing(
        geoTargets(fields),
        qa.read("ifGeoUnavailable", GeoShortage.SKIP, new Choice<>(GeoShortage.class)),
        fields.read("proxyMode", ProxyMode.AUTO, new Choice<>(ProxyMode.class)),
        fields.read("customProxies", List.of(), ExitNames::parse));
  }

  /** {@code countries} counts only without {@code geoTargets}. */
  private static List<GeoTarget> geoTargets(FieldReader fields) {
    return fields.has("geoTargets")
        ? fields.read("geoTargets", List.of(), GeoTargets::parse)
        : fields.read("countries", List.of(), GeoTargets::parseCountries);
  }
}
