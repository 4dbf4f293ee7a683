package io.trafficgen.web.fake;

import io.trafficgen.application.port.HitStore;
import io.trafficgen.application.port.Projects;
import io.trafficgen.domain.Page;
import io.trafficgen.domain.PageRequest;
import io.trafficgen.domain.PageRequest.Position;
import io.trafficgen.domain.account.AccountId;
import io.trafficgen.domain.project.Project;
import io.trafficgen.domain.project.ProjectId;
import io.trafficgen.domain.project.ProjectStatus;
import io.trafficgen.domain.project.StatusReason;
import io.trafficgen.domain.settings.SettingsDocument;
import io.trafficgen.domain.visit.Hit;
import io.trafficgen.domain.visit.ProjectStats;
import io.trafficgen.domain.visit.ProjectStats.Counts;
import io.trafficgen.domain.visit.Receipt;
import io.trafficgen.domain.visit.Visit;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Projects and what they did. */
public final class InMemoryProjects implements Projects, HitStore {
  private final Map<ProjectId, Project> projects = new ConcurrentHashMap<>();
  private final List<Hit> hits = new CopyOnWriteArrayList<>();
  private final List<Visit> visits = new CopyOnWriteArrayList<>();

  @Override
  public void add(Project project) {
    projects.put(project.id(), project);
  }

  @Override
  public Optional<Project> find(AccountId owner, ProjectId id) {
    return Optional.ofNullable(projects.get(id)).filter(found -> found.account().equals(owner));
  }

  @Override
  public Page<Project> list(AccountId owner, PageRequest request) {
    List<Project> his =
        projects.values().stream().filter(found -> found.account().equals(owner)).toList();
    return Slice.of(his, request, found -> new Position(found.createdAt(), found.id().value()));
  }

  @Override
  public List<Project> active() {
    return projects.values().stream().filter(Project::isActive).toList();
  }

  @Override
  public Optional<Project> replaceSettings(
      AccountId owner, ProjectId id, String expected, SettingsDocument settings) {
    return find(owner, id)
        .filter(old -> old.settings().etag().equals(expected))
        .map(old -> keep(changed(old, old.status(), old.reason(), settings, old.startedAt())));
  }

  @Override
  public Optional<Project> start(AccountId owner, ProjectId id, Instant now) {
    return find(owner, id)
        .map(old ->
            keep(
                changed(
                    old,
                    ProjectStatus.ACTIVE,
                    StatusReason.USER,
                    old.settings(),
                    Optional.of(now))));
  }

  @Override
  public Optional<Project> end(AccountId owner, ProjectId id, StatusReason reason) {
    return find(owner, id)
        .filter(Project::isActive)
        .map(old -> keep(changed(old, reason.ended(), reason, old.settings(), old.startedAt())));
  }

  private Project keep(Project project) {
    projects.put(project.id(), project);
    return project;
  }

  private static Project changed(
      Project old,
      ProjectStatus status,
      StatusReason reason,
      SettingsDocument settings,
      Optional<Instant> startedAt) {
    return new Project(
        old.id(),
        old.account(),
        old.name(),
        status,
        reason,
        old.planType(),
        old.limits(),
        settings,
        old.epoch() + 1,
        startedAt,
        old.createdAt());
  }

  @Override
  public void append(List<Hit> newHits, List<Visit> newVisits) {
    hits.addAll(newHits);
    visits.addAll(newVisits);
  }

  @Override
  public Optional<Page<Hit>> hits(AccountId owner, ProjectId project, PageRequest request) {
    List<Hit> found = hits.stream().filter(hit -> hit.project().equals(project)).toList();
    return find(owner, project)
        .map(his -> Slice.of(found, request, hit -> new Position(hit.at(), hit.id())));
  }

  @Override
  public Optional<Page<Receipt>> visits(AccountId owner, ProjectId project, PageRequest request) {
    List<Receipt> found =
        visits.stream()
            .filter(visit -> visit.project().equals(project))
            .map(visit -> new Receipt(visit, visit.outcome().isCompleted()))
            .toList();
    return find(owner, project)
        .map(his ->
            Slice.of(
                found,
                request,
                row -> new Position(row.visit().startedAt(), row.visit().id().value())));
  }

  @Override
  public Optional<ProjectStats> stats(AccountId owner, ProjectId project, LocalDate today) {
    Counts counts = new Counts(visits.size(), visits.size(), 0, 0, visits.size());
    return find(owner, project).map(his -> new ProjectStats(counts, counts, List.of()));
  }
}
