package io.trafficgen.persistence;

import io.trafficgen.application.port.Safeguards;
import io.trafficgen.domain.Page;
import io.trafficgen.domain.PageRequest;
import io.trafficgen.domain.PageRequest.Position;
import io.trafficgen.domain.audit.AuditEntry;
import io.trafficgen.domain.project.Project;
import io.trafficgen.domain.safety.HostRule;
import io.trafficgen.domain.safety.HostStanding;
import io.trafficgen.domain.safety.KillSwitch;
import io.trafficgen.domain.safety.KillTarget;
import io.trafficgen.domain.safety.SafetyRules;
import io.trafficgen.domain.site.Host;
import io.trafficgen.domain.visit.Window;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/**
 * {@link Safeguards} in {@code kill_switches} and {@code hosts}. Writing a row comes first: its
 * lock on the table waits for whoever makes a project run ({@link SafetyRows#lockUnchanged}), and
 * what is read afterwards shows it.
 */
public final class PostgresSafeguards implements Safeguards {
  private static final String HOSTS =
      """
      select k.*, p.until, coalesce(m.used + m.reserved, 0) as visits,
        array(select s.user_id from sites s
          where s.host = k.host and s.proof_method is not null order by s.user_id) as verified_by,
        exists (select 1 from kill_switches
          where is_on and scope = 'host' and key = k.host) as killed
      from (
        select cast(md5(f.host) as uuid) as id, f.host, min(f.created_at) as since,
          max(r.max_per_minute) as max_per_minute, coalesce(bool_or(r.blocked), false) as blocked
        from (select host, created_at from sites union all select host, created_at from hosts) f
        left join hosts r on r.host = f.host
        group by f.host) k
      left join host_minutes m on m.host = k.host and m.minute = :minute
      left join host_pauses p on p.host = k.host and p.until > :now
      """;

  private final PostgresDatabase database;

  public PostgresSafeguards(PostgresDatabase database) {
    this.database = database;
  }

  @Override
  public SafetyRules rules() {
    return database.snapshot(handle ->
        SafetyRules.of(
            handle
                .createQuery("select * from kill_switches where is_on order by changed_at, id")
                .map((row, context) -> SafetyRows.killSwitch(row))
                .list(),
            handle
                .createQuery("select * from hosts")
                .map((row, context) -> SafetyRows.rule(row))
                .list()));
  }

  @Override
  public List<Project> put(KillSwitch wanted, AuditEntry entry) {
    KillTarget target = wanted.target();
    return database.inTransaction(handle -> {
      write(handle, wanted);
      List<Project> stopped = wanted.on() ? SafetyRows.stop(handle, target::covers) : List.of();
      if (!stopped.isEmpty()) {
        write(handle, wanted.stopping(stopped.size()));
      }
      AuditRows.insert(handle, entry);
      return stopped;
    });
  }

  private static void write(Handle handle, KillSwitch wanted) {
    handle
        .createUpdate(
            """
            insert into kill_switches (id, scope, key, is_on, reason, changed_at, stopped)
            values (:id, :scope, :key, :on, :reason, :at, :stopped)
            on conflict (scope, key) do update set id = :id, is_on = :on, reason = :reason,
              changed_at = :at, stopped = :stopped
            """)
        .bind("id", wanted.id())
        .bind("scope", wanted.target().scope().wireName())
        .bind("key", wanted.target().key())
        .bind("on", wanted.on())
        .bind("reason", wanted.reason())
        .bind("at", wanted.changedAt())
        .bind("stopped", wanted.stopped())
        .execute();
  }

  @Override
  public Page<KillSwitch> switches(PageRequest request) {
    return database.read(handle ->
        Pages.of(
            handle.createQuery(
                """
                select * from kill_switches where (changed_at, id) < (:at, :after)
                order by changed_at desc, id desc limit :rows
                """),
            request,
            (row, context) -> SafetyRows.killSwitch(row),
            found -> new Position(found.changedAt(), found.id())));
  }

  @Override
  public List<Project> change(
      Host host, UnaryOperator<HostRule> change, AuditEntry entry, Instant now) {
    return database.inTransaction(handle -> {
      handle
          .createUpdate(
              "insert into hosts (host, created_at) values (:host, :now) on conflict do nothing")
          .bind("host", host.toString())
          .bind("now", now)
          .execute();
      HostRule rule =
          change.apply(
              handle
                  .createQuery("select * from hosts where host = :host for no key update")
                  .bind("host", host.toString())
                  .map((row, context) -> SafetyRows.rule(row))
                  .one());
      handle
          .createUpdate(
              "update hosts set max_per_minute = :cap, blocked = :blocked where host = :host")
          .bind("host", host.toString())
          .bind("cap", rule.maxPerMinute())
          .bind("blocked", rule.blocked())
          .execute();
      AuditRows.insert(handle, entry);
      return rule.blocked() ? SafetyRows.stop(handle, KillTarget.of(host)::covers) : List.of();
    });
  }

  @Override
  public Page<HostStanding> hosts(PageRequest request, Instant now) {
    return database.read(handle ->
        Pages.of(
            query(
                handle,
                """
                where (k.since, k.id) < (:at, :after)
                order by k.since desc, k.id desc limit :rows
                """,
                now),
            request,
            (row, context) -> SafetyRows.standing(row),
            found -> new Position(found.since(), found.id())));
  }

  @Override
  public Optional<HostStanding> host(Host host, Instant now) {
    return database.read(handle ->
        query(handle, "where k.host = :host", now)
            .bind("host", host.toString())
            .map((row, context) -> SafetyRows.standing(row))
            .findOne());
  }

  private static Query query(Handle handle, String which, Instant now) {
    return handle
        .createQuery(HOSTS + which)
        .bind("minute", Window.from(now).minute().start())
        .bind("now", now);
  }
}
