package io.trafficgen.persistence;

import io.trafficgen.domain.visit.Hit;
import io.trafficgen.domain.visit.Visit;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** Hits and receipts that are stored and counted together. */
record VisitBatch(Collection<Hit> hits, Collection<Visit> visits) {
  /**
   * Writes and counts them; none may be there already.
   *
   * @param node number of the node that stores them
   */
  void write(Handle handle, int node) {
    HitRows.copy(handle, hits, node);
    VisitRows.copy(handle, visits, node);
    VisitSums.add(handle, List.copyOf(visits));
  }

  /** What of them can be written: each once, none that is there, no receipt without its grant. */
  VisitBatch missing(Handle handle) {
    Map<UUID, Hit> newHits = once(hits, Hit::id);
    newHits.keySet().removeAll(HitRows.stored(handle, hits));
    Map<UUID, Visit> newVisits = once(visits, visit -> visit.id().value());
    newVisits.keySet().removeAll(VisitRows.stored(handle, visits));
    Set<UUID> grants = grants(handle, newVisits.values());
    newVisits.values().removeIf(visit -> !grants.contains(visit.grant().value()));
    return new VisitBatch(newHits.values(), newVisits.values());
  }

  private static <T> Map<UUID, T> once(Collection<T> things, Function<T, UUID> id) {
    return things.stream()
        .collect(
            Collectors.toMap(id, Function.identity(), (first, again) -> first, LinkedHashMap::new));
  }

  private static Set<UUID> grants(Handle handle, Collection<Visit> visits) {
    return handle
        .createQuery("select id from grants where id = any (:ids)")
        .bindArray(
            "ids",
            UUID.class,
            visits.stream().map(visit -> visit.grant().value()).distinct().toList())
        .mapTo(UUID.class)
        .set();
  }
}
