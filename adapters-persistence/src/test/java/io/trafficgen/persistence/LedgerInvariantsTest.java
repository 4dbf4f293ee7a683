package io.trafficgen.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.trafficgen.application.Fixtures;
import io.trafficgen.application.port.BrokenInvariant;
import io.trafficgen.application.port.WebhookEvent;
import io.trafficgen.domain.account.Account;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each promise of the ledger is looked for: what breaks it is found, and it alone is named. */
class LedgerInvariantsTest extends PostgresPorts {
  private static final Map<String, String> BREAKS = NamedQueries.read("invariants/broken.sql");

  /** One payment with commission, and a project. */
  @BeforeAll
  void pay() {
    Account affiliate = Fixtures.account();
    Account payer = Fixtures.account(Optional.of(affiliate.id()));
    accounts().add(affiliate);
    accounts().add(payer);
    projects().add(Fixtures.project(payer.id()));
    WebhookEvent event = Fixtures.event();
    inbox().receive(event);
    ledger()
        .deposit(
            List.of(Fixtures.receipt(event.id(), payer.id(), Fixtures.payment("500.00"))),
            Fixtures::deposit);
  }

  static Set<String> promises() {
    return BREAKS.keySet();
  }

  @Test
  void every_promise_can_be_broken() {
    assertThat(promises()).containsExactlyInAnyOrderElementsOf(LedgerInvariants.promises());
  }

  @ParameterizedTest
  @MethodSource("promises")
  void what_breaks_a_promise_is_found_and_no_other_is_named(String promise) {
    checkInvariants();

    List<BrokenInvariant> broken = brokenBy(BREAKS.get(promise));

    assertThat(broken).extracting(BrokenInvariant::promise).containsExactly(promise);
    assertThat(broken.get(0).where()).isNotEmpty().doesNotContainNull();
  }

  @Test
  void of_many_rows_the_first_ten_are_named() {
    List<BrokenInvariant> broken =
        brokenBy(
            """
            insert into host_minutes (host, minute, cap, used)
            select 'host-' || n, now(), 60, 1 from generate_series(1, 11) as n
            """);
    assertThat(broken).singleElement().satisfies(one -> assertThat(one.where()).hasSize(10));
  }

  /** What is found after {@code sql}, which is undone. */
  private List<BrokenInvariant> brokenBy(String sql) {
    return database()
        .read(handle -> {
          handle.begin();
          try {
            execute(handle, NamedQueries.text("invariants/scene.sql"));
            execute(handle, sql);
            return LedgerInvariants.broken(handle);
          } finally {
            handle.rollback();
          }
        });
  }

  /** Several statements as they are. */
  private static void execute(Handle handle, String sql) {
    try (Statement statement = handle.getConnection().createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }
}
