package io.trafficgen.application.visit;

import io.trafficgen.application.port.CookieJars;
import io.trafficgen.application.port.HitSpool;
import io.trafficgen.application.port.HitStore;
import io.trafficgen.application.port.HostPauses;
import io.trafficgen.application.port.KeptJar;
import io.trafficgen.application.port.LiveFeed;
import io.trafficgen.domain.account.AccountId;
import io.trafficgen.domain.project.ProjectId;
import io.trafficgen.domain.visit.Hit;
import io.trafficgen.domain.visit.HostPause;
import io.trafficgen.domain.visit.LiveEvent;
import io.trafficgen.domain.visit.Visit;
import io.trafficgen.domain.visit.VisitId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What visits leave on its way to the stores: hits, receipts, jars, and what hosts asked for. A hit
 * is shown at once; a receipt when it is stored and its charge is known.
 */
public final class Outbox {
  /** Jars are a nicety: while the database is away no more than these wait for it. */
  private static final int MOST_JARS = 1_000;

  private final HitQueue evidence;
  private final HostPauses pauses;
  private final CookieJars jars;
  private final LiveFeed feed;
  private final List<Visit> stored = new ArrayList<>();
  private final List<HostPause> asked = new ArrayList<>();
  private final List<KeptJar> left = new ArrayList<>();
  private final Map<ProjectId, AccountId> unjudged = new HashMap<>();

  public Outbox(HitStore store, HitSpool spool, HostPauses pauses, CookieJars jars, LiveFeed feed) {
    this.evidence = new HitQueue(store, spool);
    this.pauses = pauses;
    this.jars = jars;
    this.feed = feed;
  }

  void add(Hit hit) {
    evidence.add(hit);
    feed.publish(new LiveEvent.PageHit(hit));
  }

  void add(Visit visit) {
    evidence.add(visit);
  }

  synchronized void add(HostPause pause) {
    asked.add(pause);
  }

  synchronized void add(KeptJar jar) {
    if (left.size() < MOST_JARS) {
      left.add(jar);
    }
  }

  /** A jar of the project that is not stored yet. */
  synchronized Optional<KeptJar> waitingJar(ProjectId project) {
    return left.stream().filter(jar -> jar.project().equals(project)).findFirst();
  }

  /**
   * Stores what is there; what cannot be stored waits for the next time, hits and receipts where
   * they outlive this process.
   *
   * @return whether all hits and receipts are stored that came before
   */
  boolean flush() {
    boolean all;
    try {
      // First what a host asked for: nothing may start there meanwhile.
      List<HostPause> pauseBatch = copy(asked);
      pauseBatch.forEach(pauses::pause);
      done(asked, pauseBatch);
    } finally {
      all = evidence.flush(this::stored);
    }
    List<KeptJar> jarBatch = copy(left);
    if (!jarBatch.isEmpty()) {
      // Off the list whatever comes of it: a jar is a nicety, and what follows is not.
      done(left, jarBatch);
      jars.keep(jarBatch);
    }
    return all;
  }

  private synchronized void stored(List<Visit> visits) {
    stored.addAll(visits);
    visits.forEach(visit -> unjudged.put(visit.project(), visit.account()));
  }

  private synchronized <T> List<T> copy(List<T> waiting) {
    return List.copyOf(waiting);
  }

  private synchronized <T> void done(List<T> waiting, List<T> batch) {
    waiting.subList(0, batch.size()).clear();
  }

  /** Projects, each with its owner, of which receipts were stored since this was asked last. */
  synchronized Map<ProjectId, AccountId> takeUnjudged() {
    Map<ProjectId, AccountId> taken = Map.copyOf(unjudged);
    unjudged.clear();
    return taken;
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
