package io.trafficgen.persistence;

import io.trafficgen.domain.billing.Dispute;
import io.trafficgen.domain.billing.ReceivedPayment;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Rows of {@code disputes}. */
final class DisputeRows {
  private DisputeRows() {}

  static void write(Handle handle, ReceivedPayment payment, List<Dispute> disputes) {
    for (Dispute dispute : disputes) {
      handle
          .createUpdate(
              """
              insert into disputes (provider, dispute_id, payment, open)
              values (:provider, :id, :payment, :open)
              on conflict (provider, dispute_id) do update set open = excluded.open
              """)
          .bind("provider", payment.provider())
          .bind("id", dispute.providerId())
          .bind("payment", payment.id())
          .bind("open", dispute.open())
          .execute();
    }
  }

  static List<Dispute> of(Handle handle, UUID payment) {
    return handle
        .createQuery("select dispute_id, open from disputes where payment = :payment")
        .bind("payment", payment)
        .map((row, context) -> new Dispute(row.getString("dispute_id"), row.getBoolean("open")))
        .list();
  }
}
