package io.trafficgen.persistence;

import io.trafficgen.application.port.Budgets.RoomRequest;
import io.trafficgen.domain.billing.Lot;
import io.trafficgen.domain.project.ProjectId;
import io.trafficgen.domain.safety.HostRule;
import io.trafficgen.domain.visit.Room;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** What the rows of limits, host minutes and grants leave a project: a {@link Room}. */
final class RoomRows {
  private static final long UNLIMITED = Long.MAX_VALUE;

  private final Handle handle;
  private final ProjectId project;
  private final RoomRequest request;

  RoomRows(Handle handle, ProjectId project, RoomRequest request) {
    this.handle = handle;
    this.project = project;
    this.request = request;
  }

  /**
   * Makes the rows of the day and the host's minute, or brings their caps up to date, and locks
   * them. A cap that was lowered below what is used already stays there. Of the host's caps, the
   * caller's and the stored one, the lower wins: who read the old one passes the new one no more,
   * the standard that an admin went back to included.
   */
  void lock(int dailyLimit) {
    handle
        .createUpdate(
            """
            insert into project_days as d (project_id, day, day_limit)
            values (:project, :day, :limit)
            on conflict (project_id, day) do update set day_limit =
              case when :limit = 0 then 0 else greatest(:limit, d.used + d.reserved) end
            """)
        .bind("project", project.value())
        .bind("day", request.day())
        .bind("limit", dailyLimit)
        .execute();
    handle
        .createUpdate(
            """
            insert into host_minutes as h (host, minute, cap)
            select :host, :minute, least(:cap,
              (select coalesce(max_per_minute, :standard) from hosts where host = :host))
            on conflict (host, minute)
            do update set cap = greatest(excluded.cap, h.used + h.reserved)
            """)
        .bind("host", request.host().toString())
        .bind("minute", request.minute())
        .bind("cap", request.hostPerMinute())
        .bind("standard", HostRule.STANDARD_PER_MINUTE)
        .execute();
  }

  /**
   * The room as the rows say now.
   *
   * @param lots open lots of the account
   */
  Room read(List<Lot> lots) {
    return handle
        .createQuery(
            """
            select p.daily_limit - coalesce(d.used + d.reserved, 0) as day_left, p.daily_limit,
              p.total_target - p.used - p.reserved as total_left, p.total_target,
              least(:cap, case when r.host is not null then coalesce(r.max_per_minute, :standard) end)
                - coalesce(h.used + h.reserved, 0) as host_left,
              g.issued, g.waiting
            from projects p
            left join project_days d on d.project_id = p.id and d.day = :day
            left join host_minutes h on h.host = :host and h.minute = :minute
            left join hosts r on r.host = :host
            cross join lateral (
              -- Of a closed grant only what started has used the allowance; visits of a window
              -- that is over start no more, and so wait no more.
              select
                coalesce(sum(case when state in ('issued', 'leased') then n else started end)
                  filter (where starts_at >= :since), 0) as issued,
                coalesce(sum(n - started)
                  filter (where state in ('issued', 'leased') and ends_at > :minute), 0) as waiting
              from grants
              where project_id = p.id and (starts_at >= :since or ends_at > :minute)
            ) g
            where p.id = :project
            """)
        .bind("project", project.value())
        .bind("day", request.day())
        .bind("host", request.host().toString())
        .bind("minute", request.minute())
        .bind("since", request.countedSince())
        .bind("cap", request.hostPerMinute())
        .bind("standard", HostRule.STANDARD_PER_MINUTE)
        .map((row, context) ->
            new Room(
                row.getLong("issued"),
                row.getLong("waiting"),
                row.getInt("daily_limit") == 0 ? UNLIMITED : row.getLong("day_left"),
                row.getInt("total_target") == 0 ? UNLIMITED : row.getLong("total_left"),
                row.getLong("host_left"),
                lots))
        .findOne()
        .orElseThrow(() -> new IllegalArgumentException("no project " + project));
  }
}
