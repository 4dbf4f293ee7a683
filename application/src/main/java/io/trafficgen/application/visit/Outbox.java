package io.trafficgen.application.visit;

import io.trafficgen.application.port.HitStore;
import io.trafficgen.application.port.LiveFeed;
import io.trafficgen.domain.visit.Hit;
import io.trafficgen.domain.visit.LiveEvent;
import io.trafficgen.domain.visit.Visit;
import io.trafficgen.domain.visit.VisitId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Hits and receipts on their way to the store. A hit is shown at once; a receipt when it is stored
 * and its charge is known.
 */
public final class Outbox {
  private final HitStore store;
  private final LiveFeed feed;
  private final List<Hit> hits = new ArrayList<>();
  private final List<Visit> ended = new ArrayList<>();
  private final List<Visit> stored = new ArrayList<>();

  public Outbox(HitStore store, LiveFeed feed) {
    this.store = store;
    this.feed = feed;
  }

  synchronized void add(Hit hit) {
    hits.add(hit);
    feed.publish(new LiveEvent.PageHit(hit));
  }

  synchronized void add(Visit visit) {
    ended.add(visit);
  }

  /** Stores what is there; if that fails it stays for the next time. */
  void flush() {
    List<Hit> hitBatch;
    List<Visit> visitBatch;
    synchronized (this) {
      hitBatch = List.copyOf(hits);
      visitBatch = List.copyOf(ended);
    }
    if (hitBatch.isEmpty() && visitBatch.isEmpty()) {
      return;
    }
    store.append(hitBatch, visitBatch);
    synchronized (this) {
      hits.subList(0, hitBatch.size()).clear();
      ended.subList(0, visitBatch.size()).clear();
      stored.addAll(visitBatch);
    }
  }

  /**
   * Shows the stored receipts. Called after a charging step that succeeded, so that what is not in
   * {@code charged} will not be charged by this process.
   */
  synchronized void show(Set<VisitId> charged) {
    for (Visit visit : stored) {
      feed.publish(new LiveEvent.VisitEnded(visit, charged.contains(visit.id())));
    }
    stored.clear();
  }
}
