package io.trafficgen.persistence.simulator;

import io.trafficgen.persistence.DatabaseAddress;
import io.trafficgen.persistence.PostgresDatabase;
import io.trafficgen.persistence.TestDatabase;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/**
 * Billing page, 3.6. Short here; a million steps with {@code -Plong} (or {@code
 * -Dtrafficgen.simulator.steps}).
 */
class MoneySimulatorTest {
  private static final int STEPS_OF_A_WORLD = 125;
  private static final int SHORT = 1_000;
  private static final int LONG = 1_000_000;

  /** All that money is in, but for the clocks of the inbox. */
  private static final String MONEY =
      """
      select md5(concat(
        (select string_agg(t::text, ',' order by id) from users t),
        (select string_agg(t::text, ',' order by id) from lots t),
        (select string_agg(t::text, ',' order by id) from payments t),
        (select string_agg(t::text, ',' order by id) from reversals t),
        (select string_agg(t::text, ',' order by id) from transactions t),
        (select string_agg(t::text, ',' order by id) from affiliate_earnings t),
        (select string_agg(t::text, ',' order by id) from payouts t),
        (select string_agg(t::text, ',' order by grant_id, lot_id) from holds t),
        (select count(*) from journal_entries), (select count(*) from audit_log)))
      """;

  @Test
  void no_promise_breaks_in_any_order_of_events() throws SQLException {
    int steps = steps();
    DatabaseAddress address = TestDatabase.address();
    try (PostgresDatabase database = PostgresDatabase.open(address, 4);
        Connection side =
            DriverManager.getConnection(address.jdbcUrl(), address.user(), address.password())) {
      for (int world = 0; world * STEPS_OF_A_WORLD < steps; world++) {
        long seed = Long.getLong("trafficgen.simulator.seed", 1) + world;
        new MoneySimulation(database, () -> one(side, MONEY), seed).run(STEPS_OF_A_WORLD);
        empty(side);
      }
    }
  }

  private static int steps() {
    return Integer.getInteger(
        "trafficgen.simulator.steps", Boolean.getBoolean("trafficgen.long") ? LONG : SHORT);
  }

  private static String one(Connection side, String query) {
    try (var statement = side.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      row.next();
      return row.getString(1);
    } catch (SQLException e) {
      throw new IllegalStateException(query, e);
    }
  }

  /** A new world; the append-only tables are emptied by their owner alone, triggers off. */
  private static void empty(Connection side) throws SQLException {
    try (var statement = side.createStatement()) {
      statement.execute("set session_replication_role = replica");
      statement.execute(
          """
          truncate payouts, affiliate_codes, referral_clicks, journal_entries, journals, disputes, reversals, affiliate_earnings, payments,
            holds, lots, visits, visit_days, visit_hours, visit_minutes, grants, project_days, host_minutes, transactions, top_ups,
            removed_captures, webhook_events, node_leases, projects, audit_log, users cascade
          """);
      statement.execute("set session_replication_role = default");
    }
  }
}
