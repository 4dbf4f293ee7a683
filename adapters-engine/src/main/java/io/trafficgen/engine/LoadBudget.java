package io.trafficgen.engine;

import io.trafficgen.domain.visit.FailureReason;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** What one load has spent of its bounds; a page's script may request from several threads. */
final class LoadBudget {
  private static final int MAX_BLOCKED = 1_000;

  private final EngineBounds bounds;
  private final AtomicInteger requests = new AtomicInteger();
  private final Set<String> blocked = ConcurrentHashMap.newKeySet();
  private final AtomicLong bytes = new AtomicLong();
  private final AtomicBoolean expired = new AtomicBoolean();

  private final Queue<RefusedException> spoiled = new ConcurrentLinkedQueue<>();

  LoadBudget(EngineBounds bounds) {
    this.bounds = bounds;
  }

  /** Counts a request, or refuses it. */
  void admit() throws RefusedException {
    if (expired.get()) {
      throw new RefusedException(FailureReason.TIMEOUT, "the load's deadline has passed");
    }
    if (requests.incrementAndGet() > bounds.maxRequests()) {
      throw new RefusedException(
          FailureReason.CONTENT, "more than " + bounds.maxRequests() + " requests");
    }
  }

  /** How long the next body may be. */
  int bodyLimit() {
    return Math.clamp(bounds.maxPageBytes() - bytes.get(), 0, bounds.maxResponseBytes());
  }

  void received(int count) {
    bytes.addAndGet(count);
  }

  /** Notes an address whose request was refused, or led to one that was. */
  void refused(String url) {
    if (blocked.size() < MAX_BLOCKED) {
      blocked.add(url);
    }
  }

  /** Whether to refuse it at once: HtmlUnit asks a second time for an image that failed. */
  boolean wasRefused(String url) {
    return blocked.contains(url);
  }

  /** From now on nothing is admitted: the deadline has passed. */
  void expire() {
    expired.set(true);
  }

  boolean hasExpired() {
    return expired.get();
  }

  /** The page did what no visit may end well with, whatever else it answers. */
  void spoil(FailureReason reason, String detail) {
    if (spoiled.isEmpty()) {
      spoiled.add(new RefusedException(reason, detail));
    }
  }

  /** The first thing that spoilt the load. */
  Optional<RefusedException> spoiled() {
    return spoiled.stream().findFirst();
  }

  long bytes() {
    return bytes.get();
  }

  int blocked() {
    return blocked.size();
  }
}
