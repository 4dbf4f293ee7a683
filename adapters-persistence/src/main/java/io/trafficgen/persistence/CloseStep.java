package io.trafficgen.persistence;

import io.trafficgen.application.port.NodeLeases.Lease;
import io.trafficgen.domain.billing.Debt;
import io.trafficgen.domain.visit.Grant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * Steps 5 to 7: the end of a grant, once. The account is locked first: under its lock no other end
 * of the grant, and no charge, can happen.
 */
final class CloseStep {
  private CloseStep() {}

  /** One way for a grant to end. */
  interface Closing {
    /** Ends the grant if it is in the state for it; says whether it did. */
    boolean close(Handle handle, WalletRow wallet, Grant grant);
  }

  static boolean run(Handle handle, UUID id, Closing closing) {
    return GrantRow.find(handle, id)
        .map(grant -> closing.close(handle, WalletRow.lock(handle, grant.account()), grant))
        .orElse(false);
  }

  /** By the node that ran it, after its last visit. */
  record Settling(Lease lease, int started, int dropped) implements Closing {
    @Override
    public boolean close(Handle handle, WalletRow wallet, Grant grant) {
      boolean ours = leasedBy(handle, lease, grant);
      if (ours) {
        Charge.completions(handle, Map.of(wallet, List.of(grant)));
        Stored stored = Stored.of(handle, grant);
        // Started, but nothing is known of it: delivered, as far as the target is concerned.
        int unknown = Math.max(0, started - stored.completed() - stored.failed());
        settle(handle, wallet, grant, started, stored.completed() + unknown, dropped);
      }
      return ours;
    }
  }

  /**
   * Of a node that lost its lease: what it may have started counts, only what is stored is paid.
   */
  static boolean prove(Handle handle, WalletRow wallet, Grant grant) {
    Optional<Integer> watermark = lockOrphan(handle, grant);
    watermark.ifPresent(started -> {
      Charge.completions(handle, Map.of(wallet, List.of(grant)));
      settle(handle, wallet, grant, started, started - Stored.of(handle, grant).failed(), 0);
    });
    return watermark.isPresent();
  }

  /** Unclaimed when its window ended. */
  static boolean expire(Handle handle, WalletRow wallet, Grant grant) {
    boolean unclaimed =
        handle
                .createUpdate(
                    "update grants set state = 'expired' where id = :id and state = 'issued'")
                .bind("id", grant.id().value())
                .execute()
            == 1;
    if (unclaimed) {
      release(handle, wallet, grant);
      Counters.settle(handle, grant, 0, 0, missed(handle, grant));
    }
    return unclaimed;
  }

  /** Nobody was there to start them: dropped, unless their project wants them no more. */
  private static int missed(Handle handle, Grant grant) {
    boolean wanted =
        handle
            .createQuery(
                "select 1 from projects where id = :id and status = 'active' and epoch = :epoch")
            .bind("id", grant.project().value())
            .bind("epoch", grant.projectEpoch())
            .mapTo(Integer.class)
            .findOne()
            .isPresent();
    return grant.spread() && wanted ? grant.n() : 0;
  }

  private static void settle(
      Handle handle, WalletRow wallet, Grant grant, int started, int delivered, int dropped) {
    Counters.settle(handle, grant, started, delivered, dropped);
    release(handle, wallet, grant);
    handle
        .createUpdate("update grants set state = 'settled', started = :started where id = :id")
        .bind("id", grant.id().value())
        .bind("started", started)
        .execute();
  }

  /** What is given back pays debts first. */
  private static void release(Handle handle, WalletRow wallet, Grant grant) {
    HoldRows.release(handle, grant.id());
    if (wallet.debt().isPositive()) {
      // Locked before visits were charged, which changes what was spent.
      WalletRow now = WalletRow.lock(handle, wallet.account());
      PostingRows.write(
          handle,
          wallet.account(),
          Debt.pay(
              now.with(LotRows.open(handle, wallet.account())),
              () -> handle.createQuery("select gen_random_uuid()").mapTo(UUID.class).one(),
              handle.createQuery("select now()").mapTo(OffsetDateTime.class).one().toInstant()));
    }
  }

  private static boolean leasedBy(Handle handle, Lease lease, Grant grant) {
    return handle
        .createQuery(
            """
            select 1 from grants
            where id = :id and state = 'leased' and node = :node and node_epoch = :epoch
            """)
        .bind("id", grant.id().value())
        .bind("node", lease.node())
        .bind("epoch", lease.epoch())
        .mapTo(Integer.class)
        .findOne()
        .isPresent();
  }

  /** The last watermark, locked: a zombie raises it no more. */
  private static Optional<Integer> lockOrphan(Handle handle, Grant grant) {
    return handle
        .createQuery(
            """
            select g.watermark from grants g join node_leases l on l.node = g.node
            where g.id = :id and g.state = 'leased' and g.node_epoch < l.epoch
            for no key update of g
            """)
        .bind("id", grant.id().value())
        .mapTo(Integer.class)
        .findOne();
  }

  /** What is stored of a grant's visits. */
  private record Stored(int completed, int failed) {
    static Stored of(Handle handle, Grant grant) {
      return handle
          .createQuery(
              """
              select count(*) filter (where outcome = 'completed') as completed,
                count(*) filter (where outcome = 'failed') as failed
              from visits where grant_id = :grant
              """)
          .bind("grant", grant.id().value())
          .map((row, context) -> new Stored(row.getInt("completed"), row.getInt("failed")))
          .one();
    }
  }
}
