package io.trafficgen.engine.worker;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Sites a page of which ended the worker that it was alone in: for a while none of their pages is
 * loaded in company. The newest thousand are remembered.
 */
final class GuiltySites {
  private static final int MOST = 1_000;

  private final Duration memory;
  private final InstantSource clock;
  private final Map<String, Instant> until = new LinkedHashMap<>();

  GuiltySites(Duration memory, InstantSource clock) {
    this.memory = memory;
    this.clock = clock;
  }

  synchronized void add(String site) {
    until.remove(site);
    until.put(site, clock.instant().plus(memory));
    if (until.size() > MOST) {
      until.remove(until.keySet().iterator().next());
    }
  }

  synchronized boolean contains(String site) {
    return clock.instant().isBefore(until.getOrDefault(site, Instant.MIN));
  }
}
