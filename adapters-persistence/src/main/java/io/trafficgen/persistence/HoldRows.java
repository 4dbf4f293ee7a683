package io.trafficgen.persistence;

import io.trafficgen.domain.billing.Hold;
import io.trafficgen.domain.billing.HoldPart;
import io.trafficgen.domain.billing.Lot;
import io.trafficgen.domain.billing.LotId;
import io.trafficgen.domain.visit.GrantId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Rows of {@code holds}, with their lots; whoever calls holds the lock on the account. */
final class HoldRows {
  private HoldRows() {}

  /** Holds money for a grant on the lots given. */
  static void insert(Handle handle, GrantId grant, Hold hold, List<Lot> lots) {
    PreparedBatch batch =
        handle.prepareBatch(
            """
            insert into holds (grant_id, lot_id, position, visits)
            values (:grant, :lot, :position, :visits)
            """);
    Map<LotId, Lot> held = new HashMap<>();
    lots.forEach(lot -> held.put(lot.id(), lot));
    int position = 0;
    for (HoldPart part : hold.parts()) {
      batch
          .bind("grant", grant.value())
          .bind("lot", part.lot().value())
          .bind("position", position++)
          .bind("visits", part.held())
          .add();
      held.computeIfPresent(part.lot(), (id, lot) -> lot.hold(part.held()));
    }
    batch.execute();
    held.keySet().retainAll(hold.parts().stream().map(HoldPart::lot).toList());
    LotRows.update(handle, held.values());
  }

  static Hold find(Handle handle, GrantId grant) {
    return new Hold(
        handle
            .createQuery(
                """
                select h.lot_id, l.price_micros, h.visits, h.captured
                from holds h join lots l on l.id = h.lot_id
                where h.grant_id = :grant order by h.position
                """)
            .bind("grant", grant.value())
            .map((row, context) ->
                new HoldPart(
                    new LotId(Columns.uuid(row, "lot_id")),
                    Columns.micros(row, "price_micros"),
                    row.getLong("visits"),
                    row.getLong("captured")))
            .list());
  }

  /** Writes what was captured. */
  static void update(Handle handle, GrantId grant, Hold hold) {
    PreparedBatch batch =
        handle.prepareBatch(
            "update holds set captured = :captured where grant_id = :grant and lot_id = :lot");
    for (HoldPart part : hold.parts()) {
      batch
          .bind("grant", grant.value())
          .bind("lot", part.lot().value())
          .bind("captured", part.captured())
          .add();
    }
    batch.execute();
  }

  /** Gives back, once, what was not captured. */
  static void release(Handle handle, GrantId grant) {
    Map<LotId, Lot> lots = LotRows.of(handle, grant);
    for (HoldPart part : find(handle, grant).parts()) {
      lots.computeIfPresent(part.lot(), (id, lot) -> lot.release(part.open()));
    }
    LotRows.update(handle, lots.values());
    handle
        .createUpdate("update holds set released = visits - captured where grant_id = :grant")
        .bind("grant", grant.value())
        .execute();
  }
}
