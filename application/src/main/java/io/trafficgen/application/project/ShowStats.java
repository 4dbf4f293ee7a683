package io.trafficgen.application.project;

import io.trafficgen.application.port.HitStore;
import io.trafficgen.application.port.HitStore.StatsRequest;
import io.trafficgen.application.port.Projects;
import io.trafficgen.domain.InvalidValueException;
import io.trafficgen.domain.account.AccountId;
import io.trafficgen.domain.project.Project;
import io.trafficgen.domain.project.ProjectId;
import io.trafficgen.domain.settings.ProjectSettings;
import io.trafficgen.domain.visit.ProjectStats;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;

/** Shows the counts of a project. */
public final class ShowStats {
  private final Projects projects;
  private final HitStore hits;
  private final InstantSource clock;

  public ShowStats(Projects projects, HitStore hits, InstantSource clock) {
    this.projects = projects;
    this.hits = hits;
    this.clock = clock;
  }

  /**
   * Empty if the owner has no such project.
   *
   * @param by what the series goes by
   */
  public Optional<ProjectStats> show(AccountId owner, ProjectId id, ProjectStats.Step by) {
    return projects.find(owner, id).flatMap(project -> hits.stats(owner, id, request(project, by)));
  }

  private StatsRequest request(Project project, ProjectStats.Step by) {
    ZoneId zone = zone(project);
    return new StatsRequest(LocalDate.ofInstant(clock.instant(), zone), zone, by);
  }

  /** A project that could not start yet may have any text there. */
  private static ZoneId zone(Project project) {
    try {
      return ProjectSettings.parse(project.settings()).timezone();
    } catch (InvalidValueException unusable) {
      return ZoneOffset.UTC;
    }
  }
}
