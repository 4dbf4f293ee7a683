package io.trafficgen.application.project;

import io.trafficgen.application.NotAllowedException;
import io.trafficgen.application.port.Projects;
import io.trafficgen.domain.account.AccountId;
import io.trafficgen.domain.project.Project;
import io.trafficgen.domain.project.ProjectId;
import io.trafficgen.domain.project.ProjectStatus;
import io.trafficgen.domain.project.StatusReason;
import io.trafficgen.domain.project.VisitLimits;
import io.trafficgen.domain.settings.SettingsDocument;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** Creates a project, stopped unless it is to start at once. */
public final class CreateProject {
  private final Projects projects;
  private final StartConditions conditions;
  private final ProjectReports reports;
  private final Supplier<UUID> ids;
  private final InstantSource clock;

  public CreateProject(
      Projects projects,
      StartConditions conditions,
      ProjectReports reports,
      Supplier<UUID> ids,
      InstantSource clock) {
    this.projects = projects;
    this.conditions = conditions;
    this.reports = reports;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * @throws NotAllowedException if it is to start and cannot; nothing is created then
   */
  public ProjectReport create(AccountId owner, Draft draft) {
    if (draft.start()) {
      conditions.require(owner, draft.settings(), "/settings");
    }
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    Project project =
        new Project(
            new ProjectId(ids.get()),
            owner,
            draft.name(),
            draft.start() ? ProjectStatus.ACTIVE : ProjectStatus.STOPPED,
            draft.start() ? StatusReason.USER : StatusReason.NEW,
            draft.planType(),
            draft.limits(),
            draft.settings(),
            0,
            draft.start() ? Optional.of(now) : Optional.empty(),
            now,
            now);
    projects.add(project);
    return reports.of(project);
  }

  /**
   * A project as its owner describes it.
   *
   * @param start whether it runs from the beginning
   */
  public record Draft(
      String name, String planType, VisitLimits limits, SettingsDocument settings, boolean start) {}
}
