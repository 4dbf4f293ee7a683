package io.trafficgen.persistence;

import io.trafficgen.application.port.OwedNotices;
import io.trafficgen.domain.project.ProjectId;
import io.trafficgen.domain.settings.NoticeEvent;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/**
 * {@link OwedNotices} in {@code notices}, which the database itself fills with {@code projects}.
 */
public final class PostgresOwedNotices implements OwedNotices {
  /** The last one some hours after the first. */
  private static final int MOST_ATTEMPTS = 6;

  private final PostgresDatabase database;

  public PostgresOwedNotices(PostgresDatabase database) {
    this.database = database;
  }

  @Override
  public void noteNoFunds(ProjectId project, Instant now) {
    database.run(handle ->
        handle
            .createUpdate(
                """
                insert into notices (project_id, event, reason, once, at, next_at)
                select id, 'no_funds', 'no_funds',
                  'no_funds ' || cast(cast(:now as timestamptz) at time zone 'UTC' as date), :now, :now
                from projects
                where id = :project and settings #>> '{qa,notify,url}' is not null
                on conflict do nothing
                """)
            .bind("project", project.value())
            .bind("now", now)
            .execute());
  }

  @Override
  public List<Notice> claim(Instant now, int most) {
    return database.read(handle ->
        handle
            .createQuery(
                """
                with due as materialized (
                  select id from notices
                  where not done and next_at <= :now
                  order by next_at, id limit :most
                  for no key update skip locked),
                taken as (
                  update notices n
                  set attempts = attempts + 1, done = attempts + 1 >= :attempts,
                    next_at = :now + interval '10 seconds' * power(6, attempts)
                  from due where n.id = due.id
                  returning n.*)
                select p.*, t.id as notice_id, t.event, t.reason, t.at
                from taken t join projects p on p.id = t.project_id
                order by t.at, t.id
                """)
            .bind("now", now)
            .bind("most", most)
            .bind("attempts", MOST_ATTEMPTS)
            .map((row, context) ->
                new Notice(
                    Columns.uuid(row, "notice_id"),
                    new ProjectRows().map(row, context),
                    NoticeEvent.valueOf(row.getString("event").toUpperCase(Locale.ROOT)),
                    row.getString("reason"),
                    Columns.instant(row, "at")))
            .list());
  }

  @Override
  public void done(UUID notice) {
    database.run(handle ->
        handle
            .createUpdate("update notices set done = true where id = :id")
            .bind("id", notice)
            .execute());
  }
}
