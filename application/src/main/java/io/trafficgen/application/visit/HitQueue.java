package io.trafficgen.application.visit;

import io.trafficgen.application.port.HitSpool;
import io.trafficgen.application.port.HitSpool.Batch;
import io.trafficgen.application.port.HitStore;
import io.trafficgen.domain.visit.Hit;
import io.trafficgen.domain.visit.Visit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Hits and receipts on their way to the store, in their order: in memory until the next flush, in
 * the spool while the store is away. They are lost only where neither has room.
 */
final class HitQueue {
  /** Rows that are stored at once. */
  static final int BATCH = 5_000;

  /** Rows in memory while neither store nor spool takes any. */
  static final int MOST_WAITING = 100_000;

  private final HitStore store;
  private final HitSpool spool;
  private final List<Hit> hits = new ArrayList<>();
  private final List<Visit> visits = new ArrayList<>();
  private int lost;

  HitQueue(HitStore store, HitSpool spool) {
    this.store = store;
    this.spool = spool;
  }

  synchronized void add(Hit hit) {
    if (hasRoom()) {
      hits.add(hit);
    }
  }

  synchronized void add(Visit visit) {
    if (hasRoom()) {
      visits.add(visit);
    }
  }

  private boolean hasRoom() {
    boolean room = hits.size() + visits.size() < MOST_WAITING;
    lost += room ? 0 : 1;
    return room;
  }

  /**
   * Stores whatever came before this call. If the store fails, the rest goes to the spool, and the
   * failure to the caller: then nothing may be concluded from what is stored.
   *
   * @param stored hears of receipts that are stored now
   */
  void flush(Consumer<List<Visit>> stored) {
    try {
      Optional<Batch> oldest = spool.first();
      while (oldest.isPresent()) {
        store(oldest.get(), stored);
        spool.removeFirst();
        oldest = spool.first();
      }
      for (int left = waiting(); left > 0; ) {
        Batch batch = next();
        store(batch, stored);
        done(batch);
        left -= batch.rows();
      }
    } catch (RuntimeException away) {
      spoolAll();
      throw away;
    }
  }

  private void store(Batch batch, Consumer<List<Visit>> stored) {
    store.append(batch.hits(), batch.visits());
    stored.accept(batch.visits());
  }

  private void spoolAll() {
    Batch batch = next();
    while (batch.rows() > 0 && spool.append(batch)) {
      done(batch);
      batch = next();
    }
    int untold = takeLost();
    if (untold > 0) {
      spool.lost(untold);
    }
  }

  private synchronized int waiting() {
    return hits.size() + visits.size();
  }

  private synchronized Batch next() {
    List<Hit> firstHits = hits.subList(0, Math.min(hits.size(), BATCH));
    return new Batch(
        firstHits, visits.subList(0, Math.min(visits.size(), BATCH - firstHits.size())));
  }

  private synchronized void done(Batch batch) {
    hits.subList(0, batch.hits().size()).clear();
    visits.subList(0, batch.visits().size()).clear();
  }

  private synchronized int takeLost() {
    int untold = lost;
    lost = 0;
    return untold;
  }
}
