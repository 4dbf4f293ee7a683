package io.trafficgen.persistence;

import io.trafficgen.application.port.ProjectChanges;
import io.trafficgen.domain.account.AccountId;
import io.trafficgen.domain.project.Project;
import io.trafficgen.domain.project.ProjectId;
import io.trafficgen.domain.project.ProjectStatus;
import io.trafficgen.domain.project.StatusReason;
import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Handle;

/** {@link ProjectChanges} in {@code projects}. */
public final class PostgresProjectChanges implements ProjectChanges {
  private final PostgresDatabase database;

  public PostgresProjectChanges(PostgresDatabase database) {
    this.database = database;
  }

  @Override
  public Optional<Project> change(AccountId owner, ProjectId id, UnaryOperator<Project> change) {
    return database.inTransaction(handle ->
        ProjectRows.lock(handle, owner, id).map(found -> write(handle, change.apply(found))));
  }

  /** What is used and promised already bounds a target that is lower; it only sinks from there. */
  private static Project write(Handle handle, Project project) {
    return handle
        .createQuery(
            """
            update projects
            set name = :name, plan_type = :planType, daily_limit = :dailyLimit,
              total_target = :totalTarget, expires_at = :expiresAt, armed_at = :armedAt, epoch = :epoch,
              target_bound = greatest(:totalTarget, used + reserved)
            where id = :id returning *
            """)
        .bind("id", project.id().value())
        .bind("name", project.name())
        .bind("planType", project.planType())
        .bind("dailyLimit", project.limits().dailyLimit())
        .bind("totalTarget", project.limits().totalTarget())
        .bind("expiresAt", project.limits().expiresAt())
        .bind("armedAt", project.armedAt())
        .bind("epoch", project.epoch())
        .map(new ProjectRows())
        .one();
  }

  @Override
  public void renew(Project read, Instant now) {
    database.run(handle ->
        ProjectRows.lock(handle, read.account(), read.id())
            .filter(project -> project.isActive() && project.epoch() == read.epoch())
            .ifPresent(project -> renew(handle, project.renewed(now), now)));
  }

  private static void renew(Handle handle, Project renewed, Instant now) {
    handle
        .createUpdate(
            """
            update projects
            set used = 0, expires_at = :expiresAt, started_at = :startedAt, armed_at = :armedAt
            where id = :id
              and (total_target > 0 and used >= total_target or expires_at <= :now)
            """)
        .bind("id", renewed.id().value())
        .bind("expiresAt", renewed.limits().expiresAt())
        .bind("startedAt", renewed.startedAt())
        .bind("armedAt", renewed.armedAt())
        .bind("now", now)
        .execute();
  }

  @Override
  public Optional<Project> remove(AccountId owner, ProjectId id, Instant now) {
    return database.inTransaction(handle -> {
      Optional<Project> found = ProjectRows.lock(handle, owner, id);
      found.ifPresent(project -> hide(handle, project, now));
      return found;
    });
  }

  private static void hide(Handle handle, Project project, Instant now) {
    boolean active = project.isActive();
    handle
        .createUpdate(
            """
            update projects
            set removed_at = :now, status = :status, status_reason = :reason, epoch = epoch + 1
            where id = :id
            """)
        .bind("id", project.id().value())
        .bind("now", now)
        .bind("status", (active ? ProjectStatus.STOPPED : project.status()).wireName())
        .bind("reason", (active ? StatusReason.USER : project.reason()).wireName())
        .execute();
  }
}
