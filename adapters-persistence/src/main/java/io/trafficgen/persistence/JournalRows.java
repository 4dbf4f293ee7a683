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

/** Rows of {@code journals} and {@code journal_entries}: written once, never changed. */
final class JournalRows {
  private JournalRows() {}

  static void append(Handle handle, List<Journal> journals) {
    if (journals.isEmpty()) {
      return;
    }
    Lines lines = new Lines(journals);
    // All entries in one statement, since the database looks whether a statement's sums are zero.
    handle
        .createUpdate(
            """
            with numbered as materialized (
              select nextval('journals_id_seq') as id, cause, subject, number
              from unnest(:causes, :subjects) with ordinality as head (cause, subject, number)),
            heads as (
              insert into journals (id, cause, subject) overriding system value
              select id, cause, subject from numbered)
            insert into journal_entries (journal_id, position, account, amount_micros)
            select id, position, account, amount
            from unnest(:journals, :positions, :accounts, :amounts)
              as line (number, position, account, amount)
            join numbered using (number)
            """)
        .bindArray("causes", String.class, Columns.of(journals, Journal::cause))
        .bindArray(
            "subjects", UUID.class, Columns.of(journals, each -> each.subject().orElse(null)))
        .bindArray("journals", Long.class, lines.journals)
        .bindArray("positions", Integer.class, lines.positions)
        .bindArray("accounts", String.class, lines.accounts)
        .bindArray("amounts", Long.class, lines.amounts)
        .execute();
  }

  /** Entries of journals that are numbered from 1. */
  private static final class Lines {
    private final List<Long> journals = new ArrayList<>();
    private final List<Integer> positions = new ArrayList<>();
    private final List<String> accounts = new ArrayList<>();
    private final List<Long> amounts = new ArrayList<>();

    Lines(List<Journal> all) {
      long number = 0;
      for (Journal journal : all) {
        number++;
        List<Entry> entries = journal.entries();
        for (int position = 0; position < entries.size(); position++) {
          journals.add(number);
          positions.add(position);
          accounts.add(entries.get(position).account().name());
          amounts.add(entries.get(position).amount().micros());
        }
      }
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
