package io.trafficgen.persistence;

import io.trafficgen.application.port.FoundPages;
import io.trafficgen.domain.project.ProjectId;
import java.net.URI;
import java.time.Instant;
import java.util.List;

/** {@link FoundPages} in {@code found_pages}. */
public final class PostgresFoundPages implements FoundPages {
  private final PostgresDatabase database;

  public PostgresFoundPages(PostgresDatabase database) {
    this.database = database;
  }

  @Override
  public List<URI> of(ProjectId project, String wish) {
    return database.read(handle ->
        handle
            .createQuery(
                "select pages from found_pages where project_id = :project and wish = :wish")
            .bind("project", project.value())
            .bind("wish", wish)
            .map((row, context) -> Columns.texts(row, "pages").stream().map(URI::create).toList())
            .findOne()
            .orElse(List.of()));
  }

  @Override
  public boolean claim(
      ProjectId project, String wish, Instant now, Instant foundBefore, Instant until) {
    return database.read(handle ->
        handle
                .createUpdate(
                    """
                    insert into found_pages as f (project_id, wish, claimed_until)
                    values (:project, :wish, :until)
                    on conflict (project_id) do update
                    set wish = :wish, claimed_until = :until,
                      pages = case when f.wish = :wish then f.pages else '{}' end,
                      found_at = case when f.wish = :wish then f.found_at end
                    where f.wish <> :wish
                      or f.claimed_until <= :now
                        and (f.found_at is null or f.found_at <= :foundBefore)
                    """)
                .bind("project", project.value())
                .bind("wish", wish)
                .bind("now", now)
                .bind("foundBefore", foundBefore)
                .bind("until", until)
                .execute()
            == 1);
  }

  @Override
  public void store(ProjectId project, String wish, List<URI> pages, Instant foundAt) {
    database.run(handle ->
        handle
            .createUpdate(
                """
                update found_pages set pages = :pages, found_at = :foundAt
                where project_id = :project and wish = :wish
                """)
            .bind("project", project.value())
            .bind("wish", wish)
            .bindArray("pages", String.class, pages.stream().map(URI::toString).toList())
            .bind("foundAt", foundAt)
            .execute());
  }
}
