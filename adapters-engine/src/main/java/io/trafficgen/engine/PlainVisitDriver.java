package io.trafficgen.engine;

import io.trafficgen.application.port.LoadOutcome;
import io.trafficgen.application.port.PageLoad;
import io.trafficgen.application.port.VisitDriver;

/**
 * Loads a page without a browser ({@code minimizeCpu}): asks for what the page itself names, reads
 * its links, and runs nothing; safe for concurrent use.
 */
final class PlainVisitDriver implements VisitDriver {
  private final Loads loads;

  PlainVisitDriver(Loads loads) {
    this.loads = loads;
  }

  @Override
  public LoadOutcome load(PageLoad load) {
    return loads.run(load, budget -> new PlainLoad(load, loads, budget));
  }
}
