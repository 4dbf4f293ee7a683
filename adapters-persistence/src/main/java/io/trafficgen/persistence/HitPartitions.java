package io.trafficgen.persistence;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Days of {@code hits} (UTC), each a partition that is made ahead and dropped as a whole. */
final class HitPartitions {
  private static final Logger LOG = LoggerFactory.getLogger(HitPartitions.class);

  private HitPartitions() {}

  /** Makes those of the coming days; what lies in none is told. */
  static void make(Handle handle, int days) {
    handle
        .createQuery(
            """
            select 1 from create_hit_partitions(cast(now() at time zone 'UTC' as date), :days)
            """)
        .bind("days", days)
        .mapTo(Integer.class)
        .one();
    handle
        .createQuery("select min(ts) as first from hits_other")
        .map((row, context) -> Columns.optionalInstant(row, "first"))
        .one()
        .ifPresent(first -> LOG.warn("hits lie in no day's partition, the first of {}", first));
  }

  /**
   * Drops the oldest day that ended by {@code before}. Whoever reads is waited for, but not long:
   * everybody else waits behind.
   *
   * @return whether there was one
   */
  static boolean drop(Handle handle, Instant before) {
    Optional<String> oldest =
        handle
            .createQuery(
                """
                select c.relname from pg_inherits i join pg_class c on c.oid = i.inhrelid
                where i.inhparent = cast('hits' as regclass) and c.relname ~ '^hits_[0-9]{8}$'
                  and substr(c.relname, 6) < :day
                order by c.relname limit 1
                """)
            .bind("day", day(before))
            .mapTo(String.class)
            .findOne();
    oldest.ifPresent(partition -> {
      handle.execute("set local lock_timeout = '2s'");
      handle.execute("drop table if exists " + partition);
    });
    return oldest.isPresent();
  }

  private static String day(Instant at) {
    return LocalDate.ofInstant(at, ZoneOffset.UTC).toString().replace("-", "");
  }
}
