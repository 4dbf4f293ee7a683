package io.trafficgen.persistence;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.trafficgen.application.Fixtures;
import io.trafficgen.application.contract.LedgerContract;
import io.trafficgen.domain.account.Account;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PostgresLedgerTest extends PostgresPorts implements LedgerContract {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "update journals set cause = 'x'",
        "delete from journals",
        "truncate journals cascade",
        "update journal_entries set amount_micros = 0",
        "delete from journal_entries",
        "truncate journal_entries"
      })
  void the_journal_is_append_only(String sql) {
    assertThatThrownBy(() -> database().run(handle -> handle.execute(sql)))
        .hasMessageContaining("append-only");
  }

  @Test
  void a_journal_that_does_not_sum_to_zero_is_refused() {
    assertThatThrownBy(() ->
            database()
                .run(handle ->
                    handle.execute(
                        """
                        with j as (insert into journals (cause) values ('x') returning id)
                        insert into journal_entries select id, 0, 'a', 1 from j
                        """)))
        .hasStackTraceContaining("does not sum to zero");
  }

  @Test
  void a_referrer_is_never_changed_and_never_oneself() {
    Account affiliate = Fixtures.account();
    Account account = Fixtures.account(Optional.of(affiliate.id()));
    accounts().add(affiliate);
    accounts().add(account);

    assertThatThrownBy(
            () -> database().run(handle -> handle.execute("update users set referred_by = null")))
        .hasMessageContaining("never changed");
    Account narcissus = Fixtures.account();
    assertThatThrownBy(() ->
            database()
                .run(handle ->
                    handle.execute(
                        """
                        insert into users (id, email, password_hash, affiliate_code, referred_by)
                        values (?, 'me@shop.example', 'x', 'mine', ?)
                        """,
                        narcissus.id().value(),
                        narcissus.id().value())))
        .hasMessageContaining("check");
  }
}
