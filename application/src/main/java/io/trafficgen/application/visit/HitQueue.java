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

  /** Batches of the spool that one flush stores. */
  static final int SPOOLED_AT_ONCE = 20;

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
   * failure to the caller.
   *
   * @param stored hears of receipts that are stored now
   * @return false if more waits in the spool than goes into the store in some seconds. Then, as
   *     after a failure, nothing may be concluded from what is stored.
   */
  boolean flush(Consumer<List<Visit>> stored) {
    try {
      if (!storeSpooled(stored)) {
        spoolAll();
        return false;
      }
      for (Batch batch : waiting()) {
        store(batch, stored);
        done(batch);
      }
      return true;
    } catch (RuntimeException away) {
      spoolAll();
      throw away;
    } finally {
      tellLost();
    }
  }

  /** Whether the spool is empty now. */
  private boolean storeSpooled(Consumer<List<Visit>> stored) {
    Optional<Batch> oldest = spool.first();
    for (int left = SPOOLED_AT_ONCE; left > 0 && oldest.isPresent(); left--) {
      store(oldest.get(), stored);
      spool.removeFirst();
      oldest = spool.first();
    }
    return oldest.isEmpty();
  }

  private void store(Batch batch, Consumer<List<Visit>> stored) {
    store.append(batch.hits(), batch.visits());
    stored.accept(batch.visits());
  }

  private void spoolAll() {
    for (Batch batch : waiting()) {
      if (!spool.append(batch)) {
        return;
      }
      done(batch);
    }
  }

  /** What is in memory now; what comes later is none of this flush's business. */
  private synchronized List<Batch> waiting() {
    List<Batch> batches = new ArrayList<>();
    int hit = 0;
    int visit = 0;
    while (hit < hits.size() || visit < visits.size()) {
      int hitsEnd = Math.min(hits.size(), hit + BATCH);
      int visitsEnd = Math.min(visits.size(), visit + BATCH - (hitsEnd - hit));
      batches.add(new Batch(hits.subList(hit, hitsEnd), visits.subList(visit, visitsEnd)));
      hit = hitsEnd;
      visit = visitsEnd;
    }
    return batches;
  }

  private synchronized void done(Batch batch) {
    hits.subList(0, batch.hits().size()).clear();
    visits.subList(0, batch.visits().size()).clear();
  }

  private void tellLost() {
    int untold;
    synchronized (this) {
      untold = lost;
      lost = 0;
    }
    if (untold > 0) {
      spool.lost(untold);
    }
  }
}
