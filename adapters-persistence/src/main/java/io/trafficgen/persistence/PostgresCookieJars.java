package io.trafficgen.persistence;

import io.trafficgen.application.port.Cookie;
import io.trafficgen.application.port.CookieJars;
import io.trafficgen.application.port.KeptJar;
import io.trafficgen.domain.project.ProjectId;
import io.trafficgen.domain.visit.VisitId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** {@link CookieJars} in {@code cookie_jars} and {@code jar_cookies}. */
public final class PostgresCookieJars implements CookieJars {
  private final PostgresDatabase database;

  public PostgresCookieJars(PostgresDatabase database) {
    this.database = database;
  }

  @Override
  public void keep(List<KeptJar> jars) {
    database.run(handle -> {
      jars.forEach(jar -> insert(handle, jar));
      jars.stream()
          .map(jar -> jar.project().value())
          .collect(Collectors.toSet())
          .forEach(project -> removeOldest(handle, project));
    });
  }

  private static void insert(Handle handle, KeptJar jar) {
    int inserted =
        handle
            .createUpdate(
                """
                insert into cookie_jars (project_id, visit_id, left_at)
                values (:project, :visit, :leftAt) on conflict do nothing
                """)
            .bind("project", jar.project().value())
            .bind("visit", jar.visit().value())
            .bind("leftAt", jar.leftAt())
            .execute();
    if (inserted == 0 || jar.cookies().isEmpty()) {
      return;
    }
    PreparedBatch batch =
        handle.prepareBatch(
            """
            insert into jar_cookies (project_id, visit_id, position, name, value, domain, path,
              expires, secure, http_only)
            values (:project, :visit, :position, :name, :value, :domain, :path, :expires, :secure,
              :httpOnly)
            """);
    int position = 0;
    for (Cookie cookie : jar.cookies()) {
      batch
          .bind("project", jar.project().value())
          .bind("visit", jar.visit().value())
          .bind("position", position++)
          .bind("name", cookie.name())
          .bind("value", cookie.value())
          .bind("domain", cookie.domain())
          .bind("path", cookie.path())
          .bind("expires", cookie.expires())
          .bind("secure", cookie.secure())
          .bind("httpOnly", cookie.httpOnly())
          .add();
    }
    batch.execute();
  }

  private static void removeOldest(Handle handle, UUID project) {
    handle
        .createUpdate(
            """
            delete from cookie_jars where project_id = :project and visit_id in (
              select visit_id from cookie_jars where project_id = :project
              order by left_at desc, visit_id offset :most)
            """)
        .bind("project", project)
        .bind("most", MOST)
        .execute();
  }

  @Override
  public Optional<KeptJar> find(ProjectId project, double choice, Instant since) {
    return database.snapshot(handle ->
        handle
            .createQuery(
                """
                with living as materialized (
                  select visit_id, left_at from cookie_jars
                  where project_id = :project and left_at >= :since)
                select * from living order by left_at desc, visit_id
                limit 1 offset (select cast(floor(:choice * count(*)) as bigint) from living)
                """)
            .bind("project", project.value())
            .bind("since", since)
            .bind("choice", choice)
            .map((row, context) ->
                jar(
                    handle,
                    project,
                    new VisitId(Columns.uuid(row, "visit_id")),
                    Columns.instant(row, "left_at")))
            .findOne());
  }

  private static KeptJar jar(Handle handle, ProjectId project, VisitId visit, Instant leftAt) {
    return new KeptJar(
        project,
        visit,
        leftAt,
        handle
            .createQuery(
                """
                select * from jar_cookies where project_id = :project and visit_id = :visit
                order by position
                """)
            .bind("project", project.value())
            .bind("visit", visit.value())
            .map((row, context) ->
                new Cookie(
                    row.getString("name"),
                    row.getString("value"),
                    row.getString("domain"),
                    row.getString("path"),
                    Columns.optionalInstant(row, "expires"),
                    row.getBoolean("secure"),
                    row.getBoolean("http_only")))
            .list());
  }
}
