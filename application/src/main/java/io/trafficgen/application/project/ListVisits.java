package io.trafficgen.application.project;

import io.trafficgen.application.port.HitStore;
import io.trafficgen.domain.Page;
import io.trafficgen.domain.PageRequest;
import io.trafficgen.domain.account.AccountId;
import io.trafficgen.domain.project.ProjectId;
import io.trafficgen.domain.visit.Receipt;
import java.util.Optional;

/** Lists the visits of a project. */
public final class ListVisits {
  private final HitStore hits;

  public ListVisits(HitStore hits) {
    this.hits = hits;
  }

  /** Empty if the owner has no such project. */
  public Optional<Page<Receipt>> list(AccountId owner, ProjectId id, PageRequest request) {
    return hits.visits(owner, id, request);
  }
}
