package io.trafficgen.persistence;

import io.trafficgen.domain.billing.Entry;
import io.trafficgen.domain.billing.Journal;
import io.trafficgen.domain.billing.LedgerAccount;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Rows of {@code journals} and {@code journal_entries}: written once, never changed. */
final class JournalRows {
  private JournalRows() {}

  static void append(Handle handle, List<Journal> journals) {
    if (journals.isEmpty()) {
      return;
    }
    List<Long> ids =
        handle
            .createQuery(
                """
                select nextval(pg_get_serial_sequence('journals', 'id'))
                from generate_series(1, :count)
                """)
            .bind("count", journals.size())
            .mapTo(Long.class)
            .list();
    PreparedBatch heads =
        handle.prepareBatch(
            """
            insert into journals (id, cause, subject) overriding system value
            values (:id, :cause, :subject)
            """);
    PreparedBatch lines =
        handle.prepareBatch(
            """
            insert into journal_entries (journal_id, position, account, amount_micros)
            select * from unnest(:journals, :positions, :accounts, :amounts)
            """);
    Lines all = new Lines();
    for (int i = 0; i < journals.size(); i++) {
      Journal journal = journals.get(i);
      heads
          .bind("id", ids.get(i))
          .bind("cause", journal.cause())
          .bind("subject", journal.subject())
          .add();
      all.add(ids.get(i), journal.entries());
    }
    heads.execute();
    all.bindTo(lines).execute();
  }

  /** All entries in one statement, since the database looks whether a statement's sums are zero. */
  private static final class Lines {
    private final List<Long> journals = new ArrayList<>();
    private final List<Integer> positions = new ArrayList<>();
    private final List<String> accounts = new ArrayList<>();
    private final List<Long> amounts = new ArrayList<>();

    void add(long journal, List<Entry> entries) {
      for (int position = 0; position < entries.size(); position++) {
        journals.add(journal);
        positions.add(position);
        accounts.add(entries.get(position).account().name());
        amounts.add(entries.get(position).amount().micros());
      }
    }

    PreparedBatch bindTo(PreparedBatch batch) {
      return batch
          .bindArray("journals", Long.class, journals)
          .bindArray("positions", Integer.class, positions)
          .bindArray("accounts", String.class, accounts)
          .bindArray("amounts", Long.class, amounts)
          .add();
    }
  }

  /** The journals about {@code subject}, oldest first. */
  static List<Journal> about(Handle handle, UUID subject) {
    Map<Long, List<Entry>> entries = new LinkedHashMap<>();
    Map<Long, String> causes = new LinkedHashMap<>();
    handle
        .createQuery(
            """
            select j.id, j.cause, e.account, e.amount_micros
            from journals j join journal_entries e on e.journal_id = j.id
            where j.subject = :subject order by j.id, e.position
            """)
        .bind("subject", subject)
        .map((row, context) -> {
          long id = row.getLong("id");
          causes.put(id, row.getString("cause"));
          return entries
              .computeIfAbsent(id, fresh -> new ArrayList<>())
              .add(
                  new Entry(
                      new LedgerAccount(row.getString("account")),
                      Columns.micros(row, "amount_micros")));
        })
        .list();
    List<Journal> journals = new ArrayList<>();
    causes.forEach((id, cause) ->
        journals.add(
            new Journal(cause, Optional.of(subject), entries.getOrDefault(id, List.of()))));
    return journals;
  }
}
