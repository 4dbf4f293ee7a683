package io.trafficgen.persistence;

import io.trafficgen.application.port.Budgets.ClaimedGrant;
import io.trafficgen.application.port.NodeLeases.Lease;
import io.trafficgen.domain.settings.SettingsDocument;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Step 2: a node takes grants whose window is open. */
final class ClaimStep {
  private ClaimStep() {}

  /** One statement; a grant that another claimer looks at is passed over. */
  static List<ClaimedGrant> run(Handle handle, Lease lease, Instant now, int most) {
    return handle
        .createQuery(
            """
            with open as materialized (
              select g.id, p.settings_raw from grants g join projects p on p.id = g.project_id
              where g.state = 'issued' and g.starts_at <= :now and g.ends_at > :now
                and p.status = 'active' and p.epoch = g.project_epoch
                and exists (select 1 from node_leases where node = :node and epoch = :epoch)
              order by g.starts_at, g.id limit :most
              for no key update of g skip locked)
            update grants g
            set state = 'leased', node = :node, node_epoch = :epoch, watermark = least(n, chunk)
            from open where g.id = open.id
            returning g.*, open.settings_raw
            """)
        .bind("node", lease.node())
        .bind("epoch", lease.epoch())
        .bind("now", now)
        .bind("most", most)
        .map((row, context) -> {
          GrantRow claimed = GrantRow.of(row);
          return new ClaimedGrant(
              claimed.grant(),
              claimed.watermark(),
              SettingsDocument.parse(row.getString("settings_raw")));
        })
        .list();
  }
}
