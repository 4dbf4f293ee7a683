package io.trafficgen.engine;

import io.trafficgen.application.port.LoadOutcome;
import io.trafficgen.application.port.PageLoad;
import io.trafficgen.application.port.VisitDriver;
import java.time.InstantSource;
import java.util.concurrent.ScheduledExecutorService;

/**
 * Loads pages in this very process, with a browser where scripts are to run and without one where
 * not; safe for concurrent use.
 */
public final class PageVisitDriver implements VisitDriver {
  private final VisitDriver browser;
  private final VisitDriver plain;

  /**
   * @param watchdog cuts the network of a load that outlives its deadline; its tasks are short
   */
  public PageVisitDriver(
      EngineSettings settings,
      NameResolver resolver,
      InstantSource clock,
      ScheduledExecutorService watchdog) {
    Loads loads = Loads.of(settings, resolver, clock, watchdog);
    this.browser = new HtmlUnitVisitDriver(loads);
    this.plain = new PlainVisitDriver(loads);
  }

  @Override
  public LoadOutcome load(PageLoad load) {
    return (load.script() ? browser : plain).load(load);
  }
}
