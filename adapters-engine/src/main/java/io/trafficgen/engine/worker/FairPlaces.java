package io.trafficgen.engine.worker;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Places that loads of many sites share. The next free one goes to the site that has fewest, and
 * among equals to who came first; no site gets more than half while others are about. So sites that
 * never answer hold up themselves, and a site that nobody shares with has all.
 *
 * <p>Whoever waits in vain waits for a place that somebody holds: none waits for another waiting
 * one. Safe for concurrent use.
 */
final class FairPlaces {
  /** Others are about for so long after they were seen: twice as long as a load may take. */
  private static final Duration ABOUT = Duration.ofMinutes(1);

  private record Waiting(String site, Semaphore admitted) {}

  private final int size;
  private final InstantSource clock;
  private final Map<String, Integer> held = new HashMap<>();
  private final List<Waiting> queue = new ArrayList<>();
  private int free;

  /** Who was seen last, and when; and when anybody else was. */
  private String lastSite = "";

  private Instant lastAt = Instant.MIN;
  private Instant othersAt = Instant.MIN;

  FairPlaces(int size, InstantSource clock) {
    this.size = size;
    this.free = size;
    this.clock = clock;
  }

  /**
   * Waits for a place; whoever gets it has to {@link #leave}.
   *
   * @return false if there was none in {@code time}
   */
  boolean enter(String site, Duration time) throws InterruptedException {
    Waiting self = new Waiting(site, new Semaphore(0));
    synchronized (this) {
      see(site);
      queue.add(self);
      admit();
    }
    try {
      return self.admitted().tryAcquire(time.toMillis(), TimeUnit.MILLISECONDS) || !giveUp(self);
    } catch (InterruptedException e) {
      if (!giveUp(self)) {
        leave(site);
      }
      throw e;
    }
  }

  synchronized void leave(String site) {
    see(site);
    held.compute(site, (same, count) -> count == null || count == 1 ? null : count - 1);
    free++;
    admit();
  }

  /** Whether it was not too late for that. */
  private synchronized boolean giveUp(Waiting waiting) {
    return queue.remove(waiting);
  }

  private void admit() {
    Optional<Waiting> next = next();
    while (next.isPresent()) {
      queue.remove(next.get());
      held.merge(next.get().site(), 1, Integer::sum);
      free--;
      next.get().admitted().release();
      next = next();
    }
  }

  private Optional<Waiting> next() {
    return free == 0
        ? Optional.empty()
        : queue.stream()
            .filter(waiting -> held(waiting) < most(waiting.site()))
            .min(Comparator.comparingInt(this::held));
  }

  private int held(Waiting waiting) {
    return held.getOrDefault(waiting.site(), 0);
  }

  private int most(String site) {
    Instant others = site.equals(lastSite) ? othersAt : lastAt;
    boolean alone = others.isBefore(clock.instant().minus(ABOUT));
    return alone ? size : Math.ceilDiv(size, 2);
  }

  private void see(String site) {
    if (!site.equals(lastSite)) {
      othersAt = lastAt;
      lastSite = site;
    }
    lastAt = clock.instant();
  }
}
