package io.trafficgen.application.port;

import io.trafficgen.domain.safety.HostClosures;

/**
 * Stands before every request that loads make: pages and redirects, files, frames, and what scripts
 * ask for.
 */
@FunctionalInterface
public interface HostGate {
  /**
   * From now on nothing is asked of the hosts that are closed, and of those that were closed before
   * and are not among them again. Loads under way obey within a second; what was asked already is
   * waited for. A page whose own request is refused, or a redirect of it, ends with the reason of
   * its host; a page with a refused part loads without it, and the request counts as blocked.
   */
  void admitAllBut(HostClosures closed);
}
