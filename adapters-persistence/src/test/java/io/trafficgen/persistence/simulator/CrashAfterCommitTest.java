package io.trafficgen.persistence.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.trafficgen.persistence.DatabaseAddress;
import io.trafficgen.persistence.PostgresDatabase;
import io.trafficgen.persistence.PostgresLedger;
import io.trafficgen.persistence.TestDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Billing page, 3.6: the process dies after a commit; started again, with all events twice, it ends
 * where it would have ended undisturbed. A few commits here, each of them with {@code -Plong}.
 */
class CrashAfterCommitTest {
  private static final int SHORT = 3;

  /** What is not random: amounts, states, and who has what. */
  private static final String STATE =
      """
      select concat_ws(E'\\n',
        (select string_agg(concat_ws(' ', id, balance, funds_micros, spent_micros, debt_micros),
          E'\\n' order by id) from users),
        (select string_agg(concat_ws(' ', payment_id, status, user_id, amount_micros,
          reversed_micros, disputed), E'\\n' order by payment_id) from payments),
        (select string_agg(concat_ws(' ', reversal_id, kind, amount_micros),
          E'\\n' order by reversal_id) from reversals),
        (select string_agg(concat_ws(' ', user_id, kind, granted_micros, remaining_micros,
          frozen), E'\\n' order by user_id, granted_micros) from lots),
        (select string_agg(concat_ws(' ', user_id, type, amount),
          E'\\n' order by user_id, type, amount) from transactions),
        (select string_agg(concat_ws(' ', referee_id, amount, status),
          E'\\n' order by referee_id, amount) from affiliate_earnings),
        (select string_agg(concat_ws(' ', dedupe_key, state), E'\\n' order by dedupe_key)
          from webhook_events),
        (select string_agg(line, E'\\n' order by line) from
          (select account || ' ' || sum(amount_micros) || ' ' || count(*) as line
            from journal_entries group by account) sums))
      """;

  @Test
  void whatever_commit_is_the_last_the_next_start_ends_where_it_would_have_ended()
      throws Exception {
    Scene undisturbed = new Scene();
    int commits = Integer.parseInt(undisturbed.run(0, 1, 0));
    String expected = undisturbed.state();
    assertThat(expected).contains("pay-1 credited", "odd-", "refund", "chargeback");

    for (int last : lastCommits(commits)) {
      Scene scene = new Scene();
      scene.run(last, 1, 0);
      scene.run(0, 2, 2);
      assertThat(scene.state())
          .as("killed after commit %s of %s", last, commits)
          .isEqualTo(expected);
    }
  }

  private static int[] lastCommits(int commits) {
    return Boolean.getBoolean("trafficgen.long")
        ? IntStream.rangeClosed(1, commits).toArray()
        : IntStream.rangeClosed(1, SHORT).map(i -> i * commits / (SHORT + 1)).toArray();
  }

  /** A database with two accounts, the second brought by the first. */
  private static final class Scene {
    private final DatabaseAddress address = TestDatabase.address();

    Scene() throws SQLException {
      try (Connection connection = connect();
          var statement = connection.createStatement()) {
        statement.execute(
            """
            insert into users (id, email, password_hash, affiliate_code, referred_by) values
              ('%1$s', 'one@shop.example', 'x', 'one', null),
              ('%2$s', 'two@shop.example', 'x', 'two', '%1$s')
            """
                .formatted(CrashProcess.account(1), CrashProcess.account(2)));
      }
    }

    private Connection connect() throws SQLException {
      return DriverManager.getConnection(address.jdbcUrl(), address.user(), address.password());
    }

    /** What the process printed; empty if it was killed, as told. */
    String run(int dieAfter, int rounds, int hours) throws IOException, InterruptedException {
      String separator = address.jdbcUrl().contains("?") ? "&" : "?";
      Process process =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-XX:TieredStopAtLevel=1",
                  "-XX:+UseSerialGC",
                  "-cp",
                  System.getProperty("java.class.path"),
                  CrashProcess.class.getName(),
                  address.jdbcUrl()
                      + separator
                      + "socketFactory="
                      + KillingSocketFactory.class.getName(),
                  address.user(),
                  address.password(),
                  String.valueOf(dieAfter),
                  String.valueOf(rounds),
                  String.valueOf(hours))
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      String printed =
          new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
      assertThat(process.waitFor()).isEqualTo(dieAfter == 0 ? 0 : CrashProcess.KILLED);
      return printed.substring(printed.lastIndexOf('\n') + 1);
    }

    String state() throws SQLException {
      try (PostgresDatabase database = PostgresDatabase.open(address, 2)) {
        assertThat(new PostgresLedger(database).reconcile()).isEmpty();
      }
      try (Connection connection = connect();
          var statement = connection.createStatement();
          ResultSet row = statement.executeQuery(STATE)) {
        row.next();
        return row.getString(1);
      }
    }
  }
}
