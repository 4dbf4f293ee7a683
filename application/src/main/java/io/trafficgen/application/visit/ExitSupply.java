package io.trafficgen.application.visit;

import io.trafficgen.domain.exit.ExitSelection;
import io.trafficgen.domain.settings.GeoShortage;
import io.trafficgen.domain.settings.Routing;

/**
 * What the exits can do for a project.
 *
 * @param ever whether one is configured for any of its visits
 * @param now whether one of those works
 * @param stops whether one of its countries has none that works, and the project wishes to stop
 *     then
 */
public record ExitSupply(boolean ever, boolean now, boolean stops) {
  /** Nothing is short. */
  static ExitSupply ample() {
    return new ExitSupply(true, true, false);
  }

  static ExitSupply of(ExitPool exits, Routing routing) {
    ExitSelection working = exits.working(routing);
    return new ExitSupply(
        exits.configured(routing).reachesSome(),
        working.reachesSome(),
        routing.ifGeoUnavailable() == GeoShortage.STOP && !working.reachesAll());
  }
}
