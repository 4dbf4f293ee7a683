package io.trafficgen.persistence;

import io.trafficgen.application.port.Projects;
import io.trafficgen.domain.Page;
import io.trafficgen.domain.PageRequest;
import io.trafficgen.domain.PageRequest.Position;
import io.trafficgen.domain.account.AccountId;
import io.trafficgen.domain.project.Project;
import io.trafficgen.domain.project.ProjectId;
import io.trafficgen.domain.project.StatusReason;
import io.trafficgen.domain.settings.SettingsDocument;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** {@link Projects} in {@code projects}. */
public final class PostgresProjects implements Projects {
  private static final ProjectRows ROWS = new ProjectRows();

  private final PostgresDatabase database;

  public PostgresProjects(PostgresDatabase database) {
    this.database = database;
  }

  @Override
  public void add(Project project) {
    database.run(handle -> {
      SafetyRows.lockUnchanged(handle);
      handle
          .createUpdate(
              """
              insert into projects (id, user_id, name, status, status_reason, plan_type,
                daily_limit, total_target, target_bound, expires_at, settings_raw, settings,
                epoch, started_at, created_at, armed_at)
              values (:id, :account, :name, :status, :reason, :planType, :dailyLimit,
                :totalTarget, :totalTarget, :expiresAt, :raw, cast(:projection as jsonb), :epoch,
                :startedAt, :createdAt, :armedAt)
              """)
          .bind("id", project.id().value())
          .bind("account", project.account().value())
          .bind("name", project.name())
          .bind("status", project.status().wireName())
          .bind("reason", project.reason().wireName())
          .bind("planType", project.planType())
          .bind("dailyLimit", project.limits().dailyLimit())
          .bind("totalTarget", project.limits().totalTarget())
          .bind("expiresAt", project.limits().expiresAt())
          .bind("raw", project.settings().text())
          .bind("projection", project.settings().projection())
          .bind("epoch", project.epoch())
          .bind("startedAt", project.startedAt())
          .bind("createdAt", project.createdAt())
          .bind("armedAt", project.armedAt())
          .execute();
    });
  }

  @Override
  public Optional<Project> find(AccountId owner, ProjectId id) {
    return database.read(handle -> ProjectRows.find(handle, owner, id, ""));
  }

  @Override
  public Page<Project> list(AccountId owner, PageRequest request) {
    return database.read(handle ->
        Pages.of(
            handle
                .createQuery(
                    """
                    select * from projects
                    where user_id = :owner and removed_at is null
                      and (created_at, id) < (:at, :after)
                    order by created_at desc, id desc limit :rows
                    """)
                .bind("owner", owner.value()),
            request,
            ROWS,
            found -> new Position(found.createdAt(), found.id().value())));
  }

  @Override
  public List<Project> active() {
    return database.read(handle ->
        handle
            .createQuery(
                """
                select p.* from projects p join users u on u.id = p.user_id and not u.disabled
                where p.status = 'active' order by p.id
                """)
            .map(ROWS)
            .list());
  }

  @Override
  public Optional<Project> replaceSettings(
      AccountId owner, ProjectId id, String expected, SettingsDocument settings) {
    return database.inTransaction(handle -> {
      SafetyRows.lockUnchanged(handle);
      return ProjectRows.lock(handle, owner, id)
          .filter(project -> project.settings().etag().equals(expected))
          .flatMap(project -> write(handle, project.id(), settings));
    });
  }

  private static Optional<Project> write(Handle handle, ProjectId id, SettingsDocument settings) {
    return handle
        .createQuery(
            """
            update projects
            set settings_raw = :raw, settings = cast(:projection as jsonb), epoch = epoch + 1
            where id = :id returning *
            """)
        .bind("id", id.value())
        .bind("raw", settings.text())
        .bind("projection", settings.projection())
        .map(ROWS)
        .findOne();
  }

  @Override
  public Optional<Project> start(AccountId owner, ProjectId id, Instant now) {
    return database.inTransaction(handle -> {
      SafetyRows.lockUnchanged(handle);
      return handle
          .createQuery(
              """
              update projects
              set status = 'active', status_reason = :reason, started_at = :now,
                epoch = epoch + 1
              where id = :id and user_id = :owner and removed_at is null returning *
              """)
          .bind("id", id.value())
          .bind("owner", owner.value())
          .bind("reason", StatusReason.USER.wireName())
          .bind("now", now)
          .map(ROWS)
          .findOne();
    });
  }

  @Override
  public Optional<Project> end(AccountId owner, ProjectId id, StatusReason reason) {
    return database.read(handle ->
        handle
            .createQuery(
                """
                update projects
                set status = :status, status_reason = :reason, epoch = epoch + 1
                where id = :id and user_id = :owner and status = 'active' returning *
                """)
            .bind("id", id.value())
            .bind("owner", owner.value())
            .bind("status", reason.ended().wireName())
            .bind("reason", reason.wireName())
            .map(ROWS)
            .findOne());
  }
}
