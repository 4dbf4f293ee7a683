package io.trafficgen.persistence;

import io.trafficgen.application.port.Budgets.Progress;
import io.trafficgen.application.port.NodeLeases.Lease;
import io.trafficgen.domain.account.AccountId;
import io.trafficgen.domain.project.StatusReason;
import io.trafficgen.domain.visit.Grant;
import io.trafficgen.domain.visit.GrantId;
import io.trafficgen.domain.visit.VisitId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** Step 4: a node's beat. */
final class AdvanceStep {
  private AdvanceStep() {}

  /** New watermarks of the grants that go on; those of a stopped or changed project do not. */
  static Map<GrantId, Integer> raise(Handle handle, Lease lease, List<Progress> progress) {
    return handle
        .createQuery(
            """
            update grants g
            set watermark = greatest(g.watermark, least(g.n, made.watermark)),
              started = greatest(g.started, made.started)
            from unnest(:ids, :started, :watermarks) as made (id, started, watermark), projects p
            where g.id = made.id and g.state = 'leased'
              and g.node = :node and g.node_epoch = :epoch
              and exists (select 1 from node_leases where node = :node and epoch = :epoch)
              and p.id = g.project_id and p.status = 'active' and p.epoch = g.project_epoch
            returning g.id, g.watermark
            """)
        .bindArray("ids", UUID.class, progress.stream().map(made -> made.grant().value()).toList())
        .bindArray("started", Integer.class, progress.stream().map(Progress::started).toList())
        .bindArray("watermarks", Integer.class, progress.stream().map(Progress::watermark).toList())
        .bind("node", lease.node())
        .bind("epoch", lease.epoch())
        .map((row, context) ->
            Map.entry(new GrantId(Columns.uuid(row, "id")), row.getInt("watermark")))
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /** Those whose project the operator stopped. */
  static Set<GrantId> killed(Handle handle, List<UUID> grants) {
    return handle
        .createQuery(
            """
            select g.id from grants g join projects p on p.id = g.project_id
            where g.id = any (:ids) and p.status_reason = :killed
            """)
        .bindArray("ids", UUID.class, grants)
        .bind("killed", StatusReason.KILLED.wireName())
        .mapTo(UUID.class)
        .map(GrantId::new)
        .collect(Collectors.toSet());
  }

  /** Charges what the grants of this lease completed, whatever became of their projects. */
  static Set<VisitId> charge(Handle handle, Lease lease, List<UUID> grants) {
    List<WalletRow> wallets =
        unpaid(handle, lease, grants).stream()
            .map(Grant::account)
            .distinct()
            .map(account -> WalletRow.lock(handle, account))
            .toList();
    if (wallets.isEmpty()) {
      return Set.of();
    }
    // Again, since before the locks a grant may have been taken from this lease.
    Map<AccountId, List<Grant>> locked =
        unpaid(handle, lease, grants).stream().collect(Collectors.groupingBy(Grant::account));
    Map<WalletRow, List<Grant>> theirs = new LinkedHashMap<>();
    wallets.forEach(wallet -> theirs.put(wallet, locked.getOrDefault(wallet.account(), List.of())));
    return Charge.completions(handle, theirs);
  }

  /** In the order in which accounts are locked. */
  private static List<Grant> unpaid(Handle handle, Lease lease, List<UUID> grants) {
    return handle
        .createQuery(
            """
            select g.* from grants g
            where g.id = any (:ids) and g.state = 'leased'
              and g.node = :node and g.node_epoch = :epoch
              and exists (select 1 from visits v
                where v.grant_id = g.id and v.outcome = 'completed' and not v.charged)
            order by g.user_id, g.id
            """)
        .bindArray("ids", UUID.class, grants)
        .bind("node", lease.node())
        .bind("epoch", lease.epoch())
        .map((row, context) -> GrantRow.of(row))
        .list();
  }
}
