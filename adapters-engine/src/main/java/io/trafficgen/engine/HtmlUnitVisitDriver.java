package io.trafficgen.engine;

import io.trafficgen.application.port.LoadOutcome;
import io.trafficgen.application.port.PageLoad;
import io.trafficgen.application.port.VisitDriver;

/**
 * Loads a page with HtmlUnit in this very process, scripts and all; safe for concurrent use.
 *
 * <p>At the deadline the network is cut and script ends at its next bound, but what the parser does
 * by itself cannot be stopped in a shared process: {@code worker.IsolatedVisitDriver} stops that.
 */
final class HtmlUnitVisitDriver implements VisitDriver {
  private final Loads loads;

  HtmlUnitVisitDriver(Loads loads) {
    this.loads = loads;
  }

  @Override
  public LoadOutcome load(PageLoad load) {
    return loads.run(load, budget -> new HtmlUnitLoad(load, loads, budget));
  }
}
