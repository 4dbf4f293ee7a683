package io.trafficgen.persistence;

import io.trafficgen.domain.account.AccountId;
import io.trafficgen.domain.billing.Posting;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

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
    LotRows.insert(handle, postings);
    LotRows.update(handle, all(postings, Posting::changed));
    TransactionRows.insert(handle, postings);
    JournalRows.append(handle, all(postings, Posting::journals));
    EarningRows.insert(handle, all(postings, Posting::earnings));
    grow(handle, postings);
  }

  private static <T> List<T> all(
      Map<AccountId, Posting> postings, Function<Posting, Collection<T>> part) {
    return postings.values().stream().flatMap(posting -> part.apply(posting).stream()).toList();
  }

  /** Changes the totals of each account; its balance follows from its funds. */
  private static void grow(Handle handle, Map<AccountId, Posting> postings) {
    PreparedBatch batch =
        handle.prepareBatch(
            """
            update users set spent_micros = spent_micros + :spent,
              debt_micros = debt_micros + :debt, funds_micros = funds_micros + :funds
            where id = :id
            """);
    postings.forEach((account, posting) ->
        batch
            .bind("id", account.value())
            .bind("spent", posting.spent().micros())
            .bind("debt", posting.debt().micros())
            .bind("funds", posting.funds(account).micros())
            .add());
    batch.execute();
  }
}
