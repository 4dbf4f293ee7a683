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
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** Hits and receipts of visits. */
public interface HitStore {
  /**
   * Stores a batch and counts its visits, both or neither; what is there already stays as it is and
   * counts once. A receipt of a grant that nobody knows is left out.
   */
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

  /** Counts of the owner's project, read from sums alone; empty if it is not his. */
  Optional<ProjectStats> stats(AccountId owner, ProjectId project, StatsRequest request);

  /**
   * @param today the day of {@link ProjectStats#today()}
   * @param zone the project's, in which days of {@link ProjectStats#series()} begin
   * @param by what the series goes by
   */
  record StatsRequest(LocalDate today, ZoneId zone, ProjectStats.Step by) {}
}
