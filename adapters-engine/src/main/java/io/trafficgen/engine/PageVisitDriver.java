package io.trafficgen.engine;

import io.trafficgen.application.port.HostGate;
import io.trafficgen.application.port.LoadOutcome;
import io.trafficgen.application.port.PageLoad;
import io.trafficgen.application.port.VisitDriver;
import io.trafficgen.domain.safety.HostClosures;
import java.time.InstantSource;
import java.util.concurrent.ScheduledExecutorService;

/**
 * Loads pages in this very process, with a browser where scripts are to run and without one where
 * not; safe for concurrent use.
 */
public final class PageVisitDriver implements VisitDriver, HostGate {
  private final Loads loads;
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
    this.loads = Loads.of(settings, resolver, clock, watchdog);
    this.browser = new HtmlUnitVisitDriver(loads);
    this.plain = new PlainVisitDriver(loads);
  }

  @Override
  public LoadOutcome load(PageLoad load) {
    return (load.script() ? browser : plain).load(load);
  }

  @Override
  public void admitAllBut(HostClosures closed) {
    loads.gate().admitAllBut(closed);
  }
}
