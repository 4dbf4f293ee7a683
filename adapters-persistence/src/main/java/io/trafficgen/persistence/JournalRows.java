package io.trafficgen.persistence;

import io.trafficgen.domain.billing.Entry;
import io.trafficgen.domain.billing.Journal;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Rows of {@code journals} and {@code journal_entries}: written once, never changed. */
final class JournalRows {
  private JournalRows() {}

  /**
   * @param cause what was booked, for people who read the ledger
   */
  static void append(Handle handle, String cause, List<Journal> journals) {
    for (Journal journal : journals) {
      long id =
          handle
              .createQuery("insert into journals (cause) values (:cause) returning id")
              .bind("cause", cause)
              .mapTo(Long.class)
              .one();
      PreparedBatch batch =
          handle.prepareBatch(
              """
              insert into journal_entries (journal_id, position, account, amount_micros)
              values (:journal, :position, :account, :amount)
              """);
      int position = 0;
      for (Entry entry : journal.entries()) {
        batch
            .bind("journal", id)
            .bind("position", position++)
            .bind("account", entry.account().name())
            .bind("amount", entry.amount().micros())
            .add();
      }
      batch.execute();
    }
  }
}
