package io.trafficgen.application.port;

import io.trafficgen.domain.Page;
import io.trafficgen.domain.PageRequest;
import io.trafficgen.domain.account.AccountId;
import io.trafficgen.domain.project.ProjectId;
import io.trafficgen.domain.visit.ChargedHit;
import io.trafficgen.domain.visit.Hit;
import io.trafficgen.domain.visit.ProjectStats;
import io.trafficgen.domain.visit.Receipt;
import io.trafficgen.domain.visit.Visit;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Hits and receipts of visits. */
public interface HitStore {
  /** Stores a batch, wholly or not at all; what is there already stays as it is. */
  void append(List<Hit> hits, List<Visit> visits);

  /** Hits of the owner's project; empty if it is not his. */
  Optional<Page<Hit>> hits(AccountId owner, ProjectId project, PageRequest request);

  /**
   * Hits of the owner's project from {@code since} on, each with its charge; empty if it is not
   * his.
   */
  Optional<Page<ChargedHit>> export(
      AccountId owner, ProjectId project, Instant since, PageRequest request);

  /** Visits of the owner's project; empty if it is not his. */
  Optional<Page<Receipt>> visits(AccountId owner, ProjectId project, PageRequest request);

  /**
   * Counts of the owner's project; empty if it is not his.
   *
   * @param today the day of {@link ProjectStats#today()}, in the project's zone
   */
  Optional<ProjectStats> stats(AccountId owner, ProjectId project, LocalDate today);
}
