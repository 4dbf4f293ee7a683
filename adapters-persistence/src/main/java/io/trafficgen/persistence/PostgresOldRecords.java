package io.trafficgen.persistence;

import io.trafficgen.application.port.OldRecords;
import java.time.Instant;
import org.jdbi.v3.core.Handle;

/** {@link OldRecords}: the statement of each kind, and the index or order that it goes by. */
public final class PostgresOldRecords implements OldRecords {
  /** Rows that go at once: what waits for their locks waits for a moment. */
  private static final int BATCH = 2_000;

  private final PostgresDatabase database;

  public PostgresOldRecords(PostgresDatabase database) {
    this.database = database;
  }

  @Override
  public boolean remove(Kind kind, Instant before) {
    return database
        .patient()
        .inTransaction(handle ->
            switch (kind) {
              case HITS ->
                  HitPartitions.drop(handle, before) || delete(handle, "hits_other", "ts", before);
              case VISIT_MINUTES -> delete(handle, "visit_minutes", "start", before);
              case VISIT_HOURS -> delete(handle, "visit_hours", "start", before);
              case HOST_MINUTES ->
                  delete(handle, "host_minutes", "reserved = 0 and minute", before);
              case GRANTS -> ClosedGrants.remove(handle, before);
              case HOST_PAUSES -> delete(handle, "host_pauses", "until", before);
              case NOTICES -> delete(handle, "notices", "done and at", before);
              case REFERRAL_CLICKS -> clicks(handle, before);
              case SITE_CHECKS -> delete(handle, "site_checks", "until", before);
              case MAILED_TOKENS -> delete(handle, "mailed_tokens", "expires_at", before);
              case INVITATIONS -> delete(handle, "invitations", "expires_at", before);
              case FOUND_PAGES ->
                  delete(handle, "found_pages", "greatest(found_at, claimed_until)", before);
              case COOKIE_JARS -> delete(handle, "cookie_jars", "left_at", before);
            });
  }

  /**
   * @param time what has to lie before, with what else has to hold in front of it
   */
  private static boolean delete(Handle handle, String table, String time, Instant before) {
    return handle
            .createUpdate(
                """
                delete from %1$s where ctid = any (array(
                  select ctid from %1$s where %2$s < :before limit :most for update skip locked))
                """
                    .formatted(table, time))
            .bind("before", before)
            .bind("most", BATCH)
            .execute()
        == BATCH;
  }

  private static boolean clicks(Handle handle, Instant before) {
    return handle
            .createQuery(
                """
                with gone as (
                  delete from referral_clicks where id in (
                    select id from referral_clicks where created_at < :before limit :most)
                  returning user_id),
                counted as (
                  insert into removed_clicks as r (user_id, clicks)
                  select user_id, count(*) from gone group by user_id order by user_id
                  on conflict (user_id) do update set clicks = r.clicks + excluded.clicks)
                select count(*) from gone
                """)
            .bind("before", before)
            .bind("most", BATCH)
            .mapTo(Integer.class)
            .one()
        == BATCH;
  }
}
