package io.trafficgen.application.fake;

import io.trafficgen.application.port.ProjectChanges;
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
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** {@link Projects} and {@link ProjectChanges} in memory. */
public final class InMemoryProjects implements Projects, ProjectChanges {
  private final Map<ProjectId, Project> projects = new LinkedHashMap<>();
  private final Predicate<AccountId> disabled;

  /** Of accounts that nobody disables. */
  public InMemoryProjects() {
    this(account -> false);
  }

  InMemoryProjects(Predicate<AccountId> disabled) {
    this.disabled = disabled;
  }

  @Override
  public synchronized void add(Project project) {
    projects.put(project.id(), project);
  }

  @Override
  public synchronized Optional<Project> find(AccountId owner, ProjectId id) {
    return Optional.ofNullable(projects.get(id)).filter(project -> project.account().equals(owner));
  }

  @Override
  public synchronized Page<Project> list(AccountId owner, PageRequest request) {
    return NewestFirst.page(
        projects.values().stream().filter(project -> project.account().equals(owner)),
        request,
        project -> new Position(project.createdAt(), project.id().value()));
  }

  @Override
  public synchronized List<Project> active() {
    return projects.values().stream()
        .filter(project -> project.isActive() && !disabled.test(project.account()))
        .sorted(Comparator.comparing(project -> project.id().toString()))
        .toList();
  }

  @Override
  public synchronized Optional<Project> replaceSettings(
      AccountId owner, ProjectId id, String expected, SettingsDocument settings) {
    return find(owner, id)
        .filter(project -> project.settings().etag().equals(expected))
        .map(project ->
            changed(project, project.status(), project.reason(), settings, project.startedAt()));
  }

  @Override
  public synchronized Optional<Project> start(AccountId owner, ProjectId id, Instant now) {
    return find(owner, id)
        .map(project ->
            changed(
                project,
                ProjectStatus.ACTIVE,
                StatusReason.USER,
                project.settings(),
                Optional.of(now)));
  }

  @Override
  public synchronized Optional<Project> end(AccountId owner, ProjectId id, StatusReason reason) {
    return find(owner, id)
        .filter(Project::isActive)
        .map(project ->
            changed(project, reason.ended(), reason, project.settings(), project.startedAt()));
  }

  @Override
  public synchronized Optional<Project> change(
      AccountId owner, ProjectId id, UnaryOperator<Project> change) {
    Optional<Project> changed = find(owner, id).map(change);
    changed.ifPresent(project -> projects.put(id, project));
    return changed;
  }

  @Override
  public synchronized void renew(Project read, Instant now) {
    find(read.account(), read.id())
        .filter(project -> project.isActive() && project.epoch() == read.epoch())
        .ifPresent(project -> projects.put(project.id(), project.renewed(now)));
  }

  @Override
  public synchronized Optional<Project> remove(AccountId owner, ProjectId id, Instant now) {
    Optional<Project> found = find(owner, id);
    found.ifPresent(project -> projects.remove(id));
    return found;
  }

  private Project changed(
      Project project,
      ProjectStatus status,
      StatusReason reason,
      SettingsDocument settings,
      Optional<Instant> startedAt) {
    Project changed =
        new Project(
            project.id(),
            project.account(),
            project.name(),
            status,
            reason,
            project.planType(),
            project.limits(),
            settings,
            project.epoch() + 1,
            startedAt,
            project.createdAt(),
            project.armedAt());
    projects.put(project.id(), changed);
    return changed;
  }
}
