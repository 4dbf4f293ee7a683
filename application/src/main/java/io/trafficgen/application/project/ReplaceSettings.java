package io.trafficgen.application.project;

import io.trafficgen.application.NotAllowedException;
import io.trafficgen.application.port.Projects;
import io.trafficgen.domain.account.AccountId;
import io.trafficgen.domain.project.Project;
import io.trafficgen.domain.project.ProjectId;
import io.trafficgen.domain.settings.SettingsDocument;
import java.util.Optional;

/** Replaces a project's settings; those of an active one must be fit to run. */
public final class ReplaceSettings {
  private final Projects projects;
  private final StartConditions conditions;

  public ReplaceSettings(Projects projects, StartConditions conditions) {
    this.projects = projects;
    this.conditions = conditions;
  }

  /**
   * @param expected entity tag of the settings that the owner saw; empty for any
   * @throws NotAllowedException if the project is active and could not run with them
   */
  public Outcome replace(
      AccountId owner, ProjectId id, Optional<String> expected, SettingsDocument settings) {
    Optional<Project> project = projects.find(owner, id);
    if (project.isEmpty()) {
      return new Outcome.Absent();
    }
    if (project.get().isActive()) {
      conditions.require(owner, settings, "");
    }
    String tag = expected.orElse(project.get().settings().etag());
    return projects
        .replaceSettings(owner, id, tag, settings)
        .<Outcome>map(changed -> new Outcome.Replaced(changed.settings()))
        .orElseGet(Outcome.Stale::new);
  }

  /** What became of the wish. */
  public sealed interface Outcome {
    record Replaced(SettingsDocument settings) implements Outcome {}

    /** The settings are others by now; nothing was changed. */
    record Stale() implements Outcome {}

    /** The owner has no such project. */
    record Absent() implements Outcome {}
  }
}
