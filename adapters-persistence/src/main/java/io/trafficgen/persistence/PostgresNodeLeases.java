package io.trafficgen.persistence;

import io.trafficgen.application.port.NodeLeases;
import java.time.Duration;
import java.time.Instant;

/** {@link NodeLeases} in {@code node_leases}. */
public final class PostgresNodeLeases implements NodeLeases {
  /** How long a node that says nothing is taken for alive (engine page, 4.2). */
  public static final Duration TIME_TO_LIVE = Duration.ofSeconds(20);

  private final PostgresDatabase database;
  private final Duration timeToLive;

  /** Of one length for all nodes on a database. */
  public PostgresNodeLeases(PostgresDatabase database, Duration timeToLive) {
    this.database = database;
    this.timeToLive = timeToLive;
  }

  @Override
  public Duration timeToLive() {
    return timeToLive;
  }

  @Override
  public Lease register(String node, Instant now) {
    return database.read(handle ->
        handle
            .createQuery(
                """
                insert into node_leases as l (node, epoch, lease_until)
                values (:node, 1, :until)
                on conflict (node)
                do update set epoch = l.epoch + 1, lease_until = excluded.lease_until
                returning epoch
                """)
            .bind("node", node)
            .bind("until", now.plus(timeToLive))
            .map((row, context) -> new Lease(node, row.getLong("epoch")))
            .one());
  }

  @Override
  public boolean renew(Lease lease, Instant now) {
    return database.read(handle ->
        handle
                .createUpdate(
                    """
                    update node_leases set lease_until = :until
                    where node = :node and epoch = :epoch
                    """)
                .bind("node", lease.node())
                .bind("epoch", lease.epoch())
                .bind("until", now.plus(timeToLive))
                .execute()
            == 1);
  }
}
