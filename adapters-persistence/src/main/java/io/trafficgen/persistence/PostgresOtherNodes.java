package io.trafficgen.persistence;

import io.trafficgen.application.port.OtherNodes;
import io.trafficgen.domain.visit.LiveEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;

/**
 * {@link OtherNodes} by the transactions that wrote the rows. Times and sequences are given before
 * commits, so a reader that goes by them passes rows that appear later; what was written before the
 * oldest transaction that is still under way is all there, and stays as it is.
 */
public final class PostgresOtherNodes implements OtherNodes {
  private static final String NEWS =
      """
      where xid >= :from and xid < :end and %s > :oldest
        and node <> coalesce((select number from node_leases where node = :node), -1)
      order by xid fetch first :most rows with ties
      """;
  private static final String HITS = "select * from hits " + NEWS.formatted("ts");

  /** A completed visit is shown with its charge, which is a moment behind it. */
  private static final String VISITS =
      "select * from (select * from visits where outcome = 'failed' or charged) v "
          + NEWS.formatted("ended_at");

  private final PostgresDatabase database;
  private final String node;

  /**
   * @param node this process's name, whose own rows are left out
   */
  public PostgresOtherNodes(PostgresDatabase database, String node) {
    this.database = database;
    this.node = node;
  }

  @Override
  public Place now() {
    long end = database.read(PostgresOtherNodes::end);
    return new Place(end, end);
  }

  @Override
  public News since(Place place, Instant oldest, int most) {
    return database.snapshot(handle -> {
      long end = end(handle);
      Reading reading = new Reading(handle, end, oldest, most);
      List<Written> hits =
          reading.read(
              HITS,
              place.hits(),
              (row, context) -> new LiveEvent.PageHit(new HitRows().map(row, context)));
      List<Written> visits =
          reading.read(
              VISITS,
              place.visits(),
              (row, context) -> {
                var receipt = new VisitRows().map(row, context);
                return new LiveEvent.VisitEnded(receipt.visit(), receipt.charged());
              });
      List<LiveEvent> events = new ArrayList<>();
      hits.forEach(written -> events.add(written.event()));
      visits.forEach(written -> events.add(written.event()));
      Place next = new Place(reading.next(hits), reading.next(visits));
      return new News(events, next, next.hits() < end || next.visits() < end);
    });
  }

  /** The oldest transaction that is still under way, or the next one. */
  private static long end(Handle handle) {
    return handle
        .createQuery("select cast(cast(pg_snapshot_xmin(pg_current_snapshot()) as text) as bigint)")
        .mapTo(Long.class)
        .one();
  }

  private record Written(long transaction, LiveEvent event) {}

  private final class Reading {
    private final Handle handle;
    private final long end;
    private final Instant oldest;
    private final int most;

    Reading(Handle handle, long end, Instant oldest, int most) {
      this.handle = handle;
      this.end = end;
      this.oldest = oldest;
      this.most = most;
    }

    List<Written> read(String query, long from, RowMapper<LiveEvent> mapper) {
      return handle
          .createQuery(query)
          .bind("from", from)
          .bind("end", end)
          .bind("oldest", oldest)
          .bind("node", node)
          .bind("most", most)
          .map((row, context) -> new Written(row.getLong("xid"), mapper.map(row, context)))
          .list();
    }

    /** Whole transactions are read, so the next one begins behind the last that was. */
    long next(List<Written> read) {
      return read.size() < most ? end : read.get(read.size() - 1).transaction() + 1;
    }
  }
}
