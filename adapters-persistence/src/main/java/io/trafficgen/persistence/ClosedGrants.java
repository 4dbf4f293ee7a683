package io.trafficgen.persistence;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * Removes closed grants with all that belongs to them. What their holds captured and their days
 * counted is added up first, so that the books can still be checked against them.
 */
final class ClosedGrants {
  private static final int BATCH = 200;

  private ClosedGrants() {}

  /**
   * Removes some whose window ended before {@code before}. One whose host's minute is still counted
   * stays with it.
   *
   * @return whether there may be more
   */
  static boolean remove(Handle handle, Instant before) {
    List<UUID> grants =
        handle
            .createQuery(
                """
                select g.id from grants g
                where g.state in ('expired', 'settled') and g.ends_at < :before
                  and not exists (select 1 from host_minutes m
                    where m.host = g.host and m.minute = date_trunc('minute', g.starts_at, 'UTC'))
                order by g.ends_at limit :most for update of g skip locked
                """)
            .bind("before", before)
            .bind("most", BATCH)
            .mapTo(UUID.class)
            .list();
    if (grants.isEmpty()) {
      return false;
    }
    execute(
        handle,
        """
        with gone as (
          delete from holds where grant_id = any (:grants) returning lot_id, captured)
        insert into removed_captures as r (lot_id, visits)
        select lot_id, sum(captured) from gone where captured > 0 group by lot_id order by lot_id
        on conflict (lot_id) do update set visits = r.visits + excluded.visits
        """,
        grants);
    execute(handle, "delete from visits where grant_id = any (:grants)", grants);
    execute(
        handle,
        """
        with gone as (
          delete from grants where id = any (:grants) returning project_id, day, state, started)
        update project_days d set removed = d.removed + g.started
        from (select project_id, day, sum(started) as started from gone
          where state = 'settled' group by project_id, day) g
        where d.project_id = g.project_id and d.day = g.day
        """,
        grants);
    return grants.size() == BATCH;
  }

  private static void execute(Handle handle, String sql, List<UUID> grants) {
    handle.createUpdate(sql).bindArray("grants", UUID.class, grants).execute();
  }
}
