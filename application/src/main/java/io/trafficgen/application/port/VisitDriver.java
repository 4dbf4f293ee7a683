package io.trafficgen.application.port;

/** Loads one page as a visitor's browser would, sub-resources included; dwelling is not its job. */
public interface VisitDriver {
  /**
   * Loads one page and waits until it has settled, bounded by the deadline of {@code load}.
   *
   * <p>Answers an outcome and never throws for what the site did: egress guard, size and time
   * bounds and the bot's identity hold on every request that the page causes.
   */
  LoadOutcome load(PageLoad load);
}
