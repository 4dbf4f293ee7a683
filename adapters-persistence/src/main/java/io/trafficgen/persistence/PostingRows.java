package io.trafficgen.persistence;

import io.trafficgen.domain.account.AccountId;
import io.trafficgen.domain.billing.Posting;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/** Writes postings; whoever calls holds the locks on their accounts. */
final class PostingRows {
  private PostingRows() {}

  static void write(Handle handle, AccountId account, Posting posting) {
    write(handle, Map.of(account, posting));
  }

  /** Writes all with one statement for each kind of row. */
  static void write(Handle handle, Map<AccountId, Posting> postings) {
    if (postings.isEmpty()) {
      return;
    }
    LotRows.insert(handle, owners(postings, Posting::opened), all(postings, Posting::opened));
    LotRows.update(handle, all(postings, Posting::changed));
    TransactionRows.insert(
        handle, owners(postings, Posting::statement), all(postings, Posting::statement));
    JournalRows.append(handle, all(postings, Posting::journals));
    EarningRows.insert(handle, all(postings, Posting::earnings));
    grow(handle, postings);
  }

  private static <T> List<T> all(
      Map<AccountId, Posting> postings, Function<Posting, Collection<T>> part) {
    return postings.values().stream().flatMap(posting -> part.apply(posting).stream()).toList();
  }

  /** Whose each of {@link #all} is. */
  private static List<UUID> owners(
      Map<AccountId, Posting> postings, Function<Posting, Collection<?>> part) {
    return postings.entrySet().stream()
        .flatMap(
            posting -> part.apply(posting.getValue()).stream().map(row -> posting.getKey().value()))
        .toList();
  }

  /** Changes the totals of each account; its balance follows from its funds. */
  private static void grow(Handle handle, Map<AccountId, Posting> postings) {
    Collection<Entry<AccountId, Posting>> grown = postings.entrySet();
    handle
        .createUpdate(
            """
            update users u set spent_micros = u.spent_micros + p.spent,
              debt_micros = u.debt_micros + p.debt, funds_micros = u.funds_micros + p.funds
            from unnest(:ids, :spent, :debts, :funds) as p (id, spent, debt, funds)
            where u.id = p.id
            """)
        .bindArray("ids", UUID.class, Columns.of(grown, each -> each.getKey().value()))
        .bindArray("spent", Long.class, Columns.of(grown, each -> each.getValue().spent().micros()))
        .bindArray("debts", Long.class, Columns.of(grown, each -> each.getValue().debt().micros()))
        .bindArray(
            "funds",
            Long.class,
            Columns.of(grown, each -> each.getValue().funds(each.getKey()).micros()))
        .execute();
  }
}
