package io.trafficgen.application.project;

import io.trafficgen.application.port.HitStore;
import io.trafficgen.domain.Page;
import io.trafficgen.domain.PageRequest;
import io.trafficgen.domain.PageRequest.Position;
import io.trafficgen.domain.PagedItems;
import io.trafficgen.domain.account.AccountId;
import io.trafficgen.domain.project.ProjectId;
import io.trafficgen.domain.visit.ChargedHit;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Hands out all hits of a project, newest first, in constant memory. */
public final class ExportHits {
  private static final int ROWS = 500;

  /** Before every identity of its moment: a list after it begins with what is older. */
  private static final UUID LEAST = new UUID(0, 0);

  private final HitStore hits;

  public ExportHits(HitStore hits) {
    this.hits = hits;
  }

  /**
   * Empty if the owner has no such project. Hits that come meanwhile are not among them.
   *
   * @param since no hit before it
   * @param until no hit from then on
   */
  public Optional<Iterator<ChargedHit>> export(
      AccountId owner, ProjectId id, Optional<Instant> since, Optional<Instant> until) {
    Instant from = since.orElse(Instant.EPOCH);
    PageRequest first = new PageRequest(ROWS, until.map(end -> new Position(end, LEAST)));
    // Whether there is such a project is known with the first part, and stays as it is.
    return hits.export(owner, id, from, first)
        .map(page ->
            PagedItems.of(
                request ->
                    request.equals(first)
                        ? page
                        : hits.export(owner, id, from, request)
                            .orElseGet(() -> new Page<>(List.of(), Optional.empty())),
                first));
  }
}
