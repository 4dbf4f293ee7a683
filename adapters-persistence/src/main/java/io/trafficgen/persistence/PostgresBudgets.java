package io.trafficgen.persistence;

import io.trafficgen.application.port.Budgets;
import io.trafficgen.application.port.NodeLeases.Lease;
import io.trafficgen.application.port.Reservation;
import io.trafficgen.application.port.ReserveOutcome;
import io.trafficgen.domain.project.ProjectId;
import io.trafficgen.domain.visit.GrantId;
import io.trafficgen.domain.visit.Room;
import io.trafficgen.domain.visit.VisitId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** {@link Budgets}: one transaction a step, each step in a class of its own. */
public final class PostgresBudgets implements Budgets {
  private final PostgresDatabase database;

  public PostgresBudgets(PostgresDatabase database) {
    this.database = database;
  }

  @Override
  public Room room(ProjectId project, RoomRequest request) {
    return database.snapshot(handle -> ReserveStep.look(handle, project, request));
  }

  @Override
  public ReserveOutcome reserve(Reservation reservation) {
    return database.inTransaction(handle -> ReserveStep.run(handle, reservation));
  }

  @Override
  public List<ClaimedGrant> claim(Lease lease, Instant now, int most, Set<GrantId> known) {
    return database.inTransaction(handle -> ClaimStep.run(handle, lease, now, most, known));
  }

  /**
   * In two transactions, since watermarks lock grants and money locks accounts before them. The
   * second takes what the first left.
   */
  @Override
  public Advanced advance(Lease lease, List<Progress> progress) {
    if (progress.isEmpty()) {
      return new Advanced(Map.of(), Set.of(), Set.of());
    }
    Map<GrantId, Integer> watermarks =
        database.read(handle -> AdvanceStep.raise(handle, lease, progress));
    List<UUID> grants = progress.stream().map(made -> made.grant().value()).toList();
    Set<GrantId> killed =
        watermarks.size() == progress.size()
            ? Set.of()
            : database.read(handle -> AdvanceStep.killed(handle, grants));
    Set<VisitId> charged =
        database.inTransaction(handle -> AdvanceStep.charge(handle, lease, grants));
    return new Advanced(watermarks, charged, killed);
  }

  @Override
  public void settle(Lease lease, GrantId grant, int started, int dropped) {
    CloseStep.Closing settling = new CloseStep.Settling(lease, started, dropped);
    closed(List.of(grant.value()), settling);
  }

  @Override
  public int reclaim(Instant now) {
    List<UUID> orphans =
        database.inTransaction(handle -> {
          handle
              .createUpdate(
                  """
                  update node_leases set epoch = epoch + 1, lease_until = null
                  where lease_until < :now
                  """)
              .bind("now", now)
              .execute();
          return handle
              .createQuery(
                  """
                  select g.id from grants g join node_leases l on l.node = g.node
                  where g.state = 'leased' and g.node_epoch < l.epoch
                  """)
              .mapTo(UUID.class)
              .list();
        });
    return closed(orphans, CloseStep::prove);
  }

  @Override
  public int expire(Instant now) {
    List<UUID> unclaimed =
        database.read(handle ->
            handle
                .createQuery(
                    """
                    select g.id from grants g join projects p on p.id = g.project_id
                    where g.state = 'issued' and (g.ends_at <= :now
                      or p.status <> 'active' or p.epoch <> g.project_epoch)
                    order by g.id
                    """)
                .bind("now", now)
                .mapTo(UUID.class)
                .list());
    return closed(unclaimed, CloseStep::expire);
  }

  private int closed(List<UUID> grants, CloseStep.Closing closing) {
    int count = 0;
    for (UUID grant : grants) {
      if (database.inTransaction(handle -> CloseStep.run(handle, grant, closing))) {
        count++;
      }
    }
    return count;
  }
}
