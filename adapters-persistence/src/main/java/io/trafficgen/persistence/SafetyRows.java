package io.trafficgen.persistence;

import io.trafficgen.domain.account.AccountId;
import io.trafficgen.domain.project.Project;
import io.trafficgen.domain.project.StatusReason;
import io.trafficgen.domain.safety.HostRule;
import io.trafficgen.domain.safety.HostStanding;
import io.trafficgen.domain.safety.KillScope;
import io.trafficgen.domain.safety.KillSwitch;
import io.trafficgen.domain.safety.KillTarget;
import io.trafficgen.domain.site.Host;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/** Rows of {@code kill_switches} and {@code hosts}, and what they do to projects. */
final class SafetyRows {
  private SafetyRows() {}

  /**
   * Keeps switches and hosts as they are until this transaction ends. Whoever makes a project run
   * does so before a change, which then stops it, or after it, and then it is granted nothing.
   */
  static void lockUnchanged(Handle handle) {
    handle.execute("lock table kill_switches, hosts in share mode");
  }

  /** One by one in the order of their identities, as everybody locks projects. */
  static List<Project> stop(Handle handle, Predicate<Project> covered) {
    List<UUID> running =
        handle
            .createQuery("select * from projects where status = 'active' order by id")
            .map(new ProjectRows())
            .stream()
            .filter(covered)
            .map(project -> project.id().value())
            .toList();
    return running.stream()
        .flatMap(id ->
            handle
                .createQuery(
                    """
                    update projects set status = :status, status_reason = :reason, epoch = epoch + 1
                    where id = :id and status = 'active' returning *
                    """)
                .bind("id", id)
                .bind("status", StatusReason.KILLED.ended().wireName())
                .bind("reason", StatusReason.KILLED.wireName())
                .map(new ProjectRows())
                .findOne()
                .stream())
        .toList();
  }

  static KillSwitch killSwitch(ResultSet row) throws SQLException {
    return new KillSwitch(
        Columns.uuid(row, "id"),
        new KillTarget(KillScope.ofWireName(row.getString("scope")), row.getString("key")),
        row.getBoolean("is_on"),
        row.getString("reason"),
        Columns.instant(row, "changed_at"),
        row.getInt("stopped"));
  }

  static HostRule rule(ResultSet row) throws SQLException {
    return new HostRule(
        Host.parse(row.getString("host")),
        Columns.optionalInt(row, "max_per_minute"),
        row.getBoolean("blocked"));
  }

  static HostStanding standing(ResultSet row) throws SQLException {
    return new HostStanding(
        Columns.uuid(row, "id"),
        rule(row),
        row.getLong("visits"),
        accounts(row.getArray("verified_by")),
        row.getBoolean("killed"),
        Columns.optionalInstant(row, "until"),
        Columns.instant(row, "since"));
  }

  private static List<AccountId> accounts(Array ids) throws SQLException {
    return Stream.of((Object[]) ids.getArray()).map(id -> new AccountId((UUID) id)).toList();
  }
}
