package io.trafficgen.persistence;

import io.trafficgen.domain.visit.Grant;
import java.time.Instant;
import org.jdbi.v3.core.Handle;

/**
 * Moves visits of a grant through the counters of its project, its day and its host's minute, in
 * this order of locks.
 */
final class Counters {
  private Counters() {}

  /** Promises all visits of the grant. */
  static void reserve(Handle handle, Grant grant) {
    add(handle, grant, new Change(grant.n(), 0, 0, 0));
  }

  /**
   * Ends the promise.
   *
   * @param started count against the day and the host
   * @param delivered count against the total target
   * @param dropped were due but not started in time
   */
  static void settle(Handle handle, Grant grant, int started, int delivered, int dropped) {
    add(handle, grant, new Change(-grant.n(), started, delivered, dropped));
  }

  private record Change(int reserved, int started, int delivered, int dropped) {}

  private static void add(Handle handle, Grant grant, Change change) {
    Instant minute = grant.window().minute().start();
    changed(
        handle
            .createUpdate(
                """
                update projects set reserved = reserved + :reserved, used = used + :delivered
                where id = :project
                """)
            .bind("project", grant.project().value())
            .bind("reserved", change.reserved())
            .bind("delivered", change.delivered())
            .execute());
    changed(
        handle
            .createUpdate(
                """
                update project_days set reserved = reserved + :reserved, used = used + :started,
                  dropped = dropped + :dropped
                where project_id = :project and day = :day
                """)
            .bind("project", grant.project().value())
            .bind("day", grant.day())
            .bind("reserved", change.reserved())
            .bind("started", change.started())
            .bind("dropped", change.dropped())
            .execute());
    changed(
        handle
            .createUpdate(
                """
                update host_minutes set reserved = reserved + :reserved, used = used + :started
                where host = :host and minute = :minute
                """)
            .bind("host", grant.host().toString())
            .bind("minute", minute)
            .bind("reserved", change.reserved())
            .bind("started", change.started())
            .execute());
  }

  private static void changed(int rows) {
    if (rows != 1) {
      throw new IllegalStateException("a grant whose counters are missing");
    }
  }
}
