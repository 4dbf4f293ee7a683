package io.trafficgen.domain.settings;

/** {@code qa.ifGeoUnavailable}: what a visit does when no exit is in the country it drew. */
public enum GeoShortage {
  /** It ends as {@code no-exit} before its first page; nothing is charged. */
  SKIP,
  /** It takes any exit. */
  ANY,
  /** The project stops. */
  STOP
}
