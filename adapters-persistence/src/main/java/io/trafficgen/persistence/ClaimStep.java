package io.trafficgen.persistence;

import io.trafficgen.application.port.Budgets.ClaimedGrant;
import io.trafficgen.application.port.NodeLeases.Lease;
import io.trafficgen.domain.settings.SettingsDocument;
import io.trafficgen.domain.visit.GrantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Step 2: a node takes grants whose window is open. */
final class ClaimStep {
  private ClaimStep() {}

  static List<ClaimedGrant> run(
      Handle handle, Lease lease, Instant now, int most, Set<GrantId> known) {
    List<ClaimedGrant> claimed = new ArrayList<>(forgotten(handle, lease, known));
    List<UUID> projects = most == 0 ? List.of() : lockWaiting(handle, now);
    if (!projects.isEmpty()) {
      claimed.addAll(take(handle, lease, now, most, projects));
    }
    return claimed;
  }

  /**
   * Claimed by a call whose answer never came, or not opened then. Its project may have been
   * stopped since: nothing starts before the next step 4 confirms it.
   */
  private static List<ClaimedGrant> forgotten(Handle handle, Lease lease, Set<GrantId> known) {
    return handle
        .createQuery(
            """
            select g.*, p.settings_raw from grants g join projects p on p.id = g.project_id
            where g.state = 'leased' and g.node = :node and g.node_epoch = :epoch
              and g.id <> all (:known)
            """)
        .bind("node", lease.node())
        .bind("epoch", lease.epoch())
        .bindArray("known", UUID.class, known.stream().map(GrantId::value).toList())
        .map((row, context) -> claimed(row, 0))
        .list();
  }

  /**
   * Projects with something to claim. Locked, so that of two nodes the second sees what the first
   * took of a project; passed over where somebody else holds the lock, so that nobody waits.
   */
  private static List<UUID> lockWaiting(Handle handle, Instant now) {
    return handle
        .createQuery(
            """
            select p.id from projects p
            where p.status = 'active' and p.id in (
              select project_id from grants
              where state = 'issued' and starts_at <= :now and ends_at > :now)
            for no key update of p skip locked
            """)
        .bind("now", now)
        .mapTo(UUID.class)
        .list();
  }

  /**
   * Of projects that no other lease runs, this node's share of all that waits: the rest is left to
   * the other live nodes, or to its next turn.
   */
  private static List<ClaimedGrant> take(
      Handle handle, Lease lease, Instant now, int most, List<UUID> projects) {
    return handle
        .createQuery(
            """
            with open as materialized (
              select g.id, p.settings_raw from grants g join projects p on p.id = g.project_id
              where g.state = 'issued' and g.starts_at <= :now and g.ends_at > :now
                and p.status = 'active' and p.epoch = g.project_epoch and p.id = any (:projects)
                and exists (select 1 from node_leases where node = :node and epoch = :epoch)
                and not exists (select 1 from grants o
                  where o.project_id = g.project_id and o.state = 'leased'
                    and (o.node, o.node_epoch) <> (:node, :epoch))
              order by g.starts_at, g.id
              for no key update of g skip locked),
            share as (
              select least(:most, ceil(count(*)::numeric / greatest(1,
                (select count(*) from node_leases where lease_until > :now)))) as n from open),
            mine as (select * from open limit (select n from share))
            update grants g
            set state = 'leased', node = :node, node_epoch = :epoch, watermark = least(n, chunk)
            from mine where g.id = mine.id
            returning g.*, mine.settings_raw
            """)
        .bind("node", lease.node())
        .bind("epoch", lease.epoch())
        .bind("now", now)
        .bind("most", most)
        .bindArray("projects", UUID.class, projects)
        .map((row, context) -> claimed(row, row.getInt("watermark")))
        .list();
  }

  private static ClaimedGrant claimed(ResultSet row, int watermark) throws SQLException {
    return new ClaimedGrant(
        GrantRow.of(row), watermark, SettingsDocument.parse(row.getString("settings_raw")));
  }
}
