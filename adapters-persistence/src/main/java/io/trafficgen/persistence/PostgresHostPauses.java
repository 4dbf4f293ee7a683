package io.trafficgen.persistence;

import io.trafficgen.application.port.HostPauses;
import io.trafficgen.domain.site.Host;
import io.trafficgen.domain.visit.HostPause;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;

/** {@link HostPauses} in {@code host_pauses}. */
public final class PostgresHostPauses implements HostPauses {
  private final PostgresDatabase database;

  public PostgresHostPauses(PostgresDatabase database) {
    this.database = database;
  }

  @Override
  public void pause(HostPause pause) {
    database.run(handle -> {
      handle
          .createUpdate(
              """
              insert into host_pauses as h (host, until) values (:host, :until)
              on conflict (host) do update set until = greatest(h.until, :until)
              """)
          .bind("host", pause.host().toString())
          .bind("until", pause.until())
          .execute();
      // In the order in which everybody locks projects.
      handle
          .createUpdate(
              """
              with granted as materialized (
                select id from projects p
                where status = 'active' and exists (select 1 from grants
                  where project_id = p.id and project_epoch = p.epoch and host = :host
                    and state in ('issued', 'leased'))
                order by id for no key update)
              update projects p set epoch = epoch + 1 from granted where p.id = granted.id
              """)
          .bind("host", pause.host().toString())
          .execute();
    });
  }

  @Override
  public Map<Host, Instant> current(Instant now) {
    return database.read(handle ->
        handle
            .createQuery("select host, until from host_pauses where until > :now")
            .bind("now", now)
            .map((row, context) ->
                new HostPause(Host.parse(row.getString("host")), Columns.instant(row, "until")))
            .collect(Collectors.toMap(HostPause::host, HostPause::until)));
  }
}
