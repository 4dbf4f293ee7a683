package io.trafficgen.application.project;

import io.trafficgen.application.port.HitStore;
import io.trafficgen.domain.account.AccountId;
import io.trafficgen.domain.project.ProjectId;
import io.trafficgen.domain.visit.ProjectStats;
import java.util.Optional;

/** Shows the counts of a project. */
public final class ShowStats {
  private final HitStore hits;

  public ShowStats(HitStore hits) {
    this.hits = hits;
  }

  /** Empty if the owner has no such project. */
  public Optional<ProjectStats> show(AccountId owner, ProjectId id) {
    return hits.stats(owner, id);
  }
}
