package io.trafficgen.application.project;

import io.trafficgen.application.port.HitStore;
import io.trafficgen.domain.Page;
import io.trafficgen.domain.PageRequest;
import io.trafficgen.domain.account.AccountId;
import io.trafficgen.domain.project.ProjectId;
import io.trafficgen.domain.visit.Hit;
import java.util.Optional;

/** Lists the hits of a project. */
public final class ListHits {
  private final HitStore hits;

  public ListHits(HitStore hits) {
    this.hits = hits;
  }

  /** Empty if the owner has no such project. */
  public Optional<Page<Hit>> list(AccountId owner, ProjectId id, PageRequest request) {
    return hits.hits(owner, id, request);
  }
}
