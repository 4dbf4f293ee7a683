package io.trafficgen.application.fake;

import io.trafficgen.application.port.HitStore;
import io.trafficgen.application.port.Projects;
import io.trafficgen.domain.Page;
import io.trafficgen.domain.PageRequest;
import io.trafficgen.domain.PageRequest.Position;
import io.trafficgen.domain.account.AccountId;
import io.trafficgen.domain.project.ProjectId;
import io.trafficgen.domain.visit.ChargedHit;
import io.trafficgen.domain.visit.Hit;
import io.trafficgen.domain.visit.ProjectStats;
import io.trafficgen.domain.visit.ProjectStats.Counts;
import io.trafficgen.domain.visit.Receipt;
import io.trafficgen.domain.visit.Visit;
import io.trafficgen.domain.visit.VisitId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/** Keeps what it is given in the order it came, and shows it to owners; can be away. */
public final class RecordingHitStore implements HitStore {
  private final Projects projects;
  private final List<Hit> hits = new CopyOnWriteArrayList<>();
  private final List<Visit> visits = new CopyOnWriteArrayList<>();
  private volatile boolean away;
  private final AtomicInteger partsLeft = new AtomicInteger(Integer.MAX_VALUE);

  /** For tests in which nobody reads through the port. */
  public RecordingHitStore() {
    this(new InMemoryProjects());
  }

  /**
   * @param projects say whose a hit is
   */
  public RecordingHitStore(Projects projects) {
    this.projects = projects;
  }

  public void away(boolean away) {
    this.away = away;
  }

  /** From now on exports fail after so many parts. */
  public void breakExportAfter(int parts) {
    partsLeft.set(parts);
  }

  public List<Hit> hits() {
    return List.copyOf(hits);
  }

  public List<Visit> visits() {
    return List.copyOf(visits);
  }

  @Override
  public void append(List<Hit> moreHits, List<Visit> moreVisits) {
    if (away) {
      throw new UncheckedIOException(new IOException("the database is away"));
    }
    hits.addAll(moreHits);
    visits.addAll(moreVisits);
  }

  @Override
  public Optional<Page<Hit>> hits(AccountId owner, ProjectId project, PageRequest request) {
    return projects
        .find(owner, project)
        .map(found ->
            NewestFirst.page(
                hits.stream().filter(hit -> hit.project().equals(project)),
                request,
                hit -> new Position(hit.at(), hit.id())));
  }

  /** Completed visits count as charged. */
  @Override
  public Optional<Page<ChargedHit>> export(
      AccountId owner, ProjectId project, Instant since, PageRequest request) {
    if (partsLeft.getAndDecrement() <= 0) {
      throw new IllegalStateException("the export was to break");
    }
    Set<VisitId> charged =
        visits.stream()
            .filter(visit -> visit.outcome().isCompleted())
            .map(Visit::id)
            .collect(Collectors.toSet());
    return projects
        .find(owner, project)
        .map(found ->
            NewestFirst.page(
                    hits.stream()
                        .filter(hit -> hit.project().equals(project) && !hit.at().isBefore(since)),
                    request,
                    hit -> new Position(hit.at(), hit.id()))
                .map(hit -> new ChargedHit(hit, charged.contains(hit.visit()))));
  }

  @Override
  public Optional<Page<Receipt>> visits(AccountId owner, ProjectId project, PageRequest request) {
    return projects
        .find(owner, project)
        .map(found ->
            NewestFirst.page(
                visits.stream()
                    .filter(visit -> visit.project().equals(project))
                    .map(visit -> new Receipt(visit, visit.outcome().isCompleted())),
                request,
                row -> new Position(row.visit().startedAt(), row.visit().id().value())));
  }

  /** Nothing is counted here: only the database does that. */
  @Override
  public Optional<ProjectStats> stats(AccountId owner, ProjectId project, StatsRequest request) {
    Counts none = new Counts(0, 0, 0, 0, 0);
    return projects
        .find(owner, project)
        .map(found -> new ProjectStats(none, none, Map.of(), List.of()));
  }
}
