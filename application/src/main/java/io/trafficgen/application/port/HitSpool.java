package io.trafficgen.application.port;

import io.trafficgen.domain.visit.Hit;
import io.trafficgen.domain.visit.Visit;
import java.util.List;
import java.util.Optional;

/**
 * Where hits and receipts wait while the database is away: on this machine, in the order in which
 * they came, so that they outlive the process.
 */
public interface HitSpool {
  /**
   * Puts a batch behind all others.
   *
   * @return false if there is no room for it; then nothing of it is kept
   */
  boolean append(Batch batch);

  /** The oldest batch. What is there and cannot be read is passed over, and told. */
  Optional<Batch> first();

  /** Forgets {@link #first}, which is stored. A crash may bring it back. */
  void removeFirst();

  /** Counts and tells what found no room anywhere. */
  void lost(int rows);

  /** Hits and receipts that are stored together. */
  record Batch(List<Hit> hits, List<Visit> visits) {
    public Batch {
      hits = List.copyOf(hits);
      visits = List.copyOf(visits);
    }

    /** Hits and receipts in it. */
    public int rows() {
      return hits.size() + visits.size();
    }
  }
}
