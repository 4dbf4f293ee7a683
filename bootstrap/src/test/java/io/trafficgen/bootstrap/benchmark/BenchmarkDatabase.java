package io.trafficgen.bootstrap.benchmark;

import io.trafficgen.bootstrap.benchmark.PaymentBenchmark.Scenario;
import io.trafficgen.persistence.PostgresDatabase;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The database that the server under test started, seen from beside. */
final class BenchmarkDatabase {
  private static final String NAME = "trafficgen";

  private final Path folder;

  /**
   * @param folder the embedded server's
   */
  BenchmarkDatabase(Path folder) {
    this.folder = folder;
  }

  String name() {
    return NAME;
  }

  String port() throws IOException {
    return text("port");
  }

  String password() throws IOException {
    return text("password");
  }

  /** The server's first process. */
  long process() throws IOException {
    return Long.parseLong(
        Files.readAllLines(folder.resolve("data/postmaster.pid")).getFirst().strip());
  }

  /** Each account has a referrer, each referrer brought ten. */
  void addAccounts(List<Scenario> scenarios) throws SQLException, IOException {
    for (Scenario scenario : scenarios) {
      String referrer = scenario.prefix() + "referrer-";
      add(referrer, "null", (scenario.accounts() + 9) / 10);
      add(
          scenario.prefix(),
          "cast(md5('%s' || i / 10) as uuid)".formatted(referrer),
          scenario.accounts());
    }
  }

  private void add(String prefix, String referrer, int count) throws SQLException, IOException {
    execute(
        NAME,
        password(),
        """
        insert into users (id, email, password_hash, affiliate_code, referred_by)
        select cast(md5('%1$s' || i) as uuid), '%1$s' || i || '@shop.example', 'none', '%1$s' || i,
          %2$s
        from generate_series(0, %3$d) i
        """
            .formatted(prefix, referrer, count - 1));
  }

  List<UUID> accounts(Scenario scenario) throws SQLException, IOException {
    try (Connection connection = connect(NAME, password());
        PreparedStatement statement =
            connection.prepareStatement(
                "select cast(md5(? || i) as uuid) from generate_series(0, ?) i")) {
      statement.setString(1, scenario.prefix());
      statement.setInt(2, scenario.accounts() - 1);
      List<UUID> accounts = new ArrayList<>();
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          accounts.add(rows.getObject(1, UUID.class));
        }
      }
      return accounts;
    }
  }

  /** Whether there are payment events that are not booked yet; asked often, so it costs little. */
  static boolean owesEvents(Connection connection) throws SQLException {
    try (PreparedStatement statement =
            connection.prepareStatement(
                """
                select exists (
                  select from webhook_events where state in ('received', 'processing', 'failed'))
                """);
        ResultSet row = statement.executeQuery()) {
      row.next();
      return row.getBoolean(1);
    }
  }

  /** What is on the balances of the scenario's accounts together, in euros. */
  static BigDecimal balances(Connection connection, Scenario scenario) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            """
            select sum(u.balance) from generate_series(0, ?) i
            join users u on u.id = cast(md5(? || i) as uuid)
            """)) {
      statement.setInt(1, scenario.accounts() - 1);
      statement.setString(2, scenario.prefix());
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return row.getBigDecimal(1);
      }
    }
  }

  /** As a node opens it. */
  PostgresDatabase open() throws IOException {
    return PostgresDatabase.open(url(), NAME, password(), 4);
  }

  private String url() throws IOException {
    return "jdbc:postgresql://127.0.0.1:" + port() + "/" + NAME;
  }

  Connection connect() throws SQLException, IOException {
    return connect(NAME, password());
  }

  /** Executes what only a superuser may. */
  void superuser(String sql) throws SQLException, IOException {
    execute("postgres", text("superuser-password"), sql);
  }

  private void execute(String user, String password, String sql) throws SQLException, IOException {
    try (Connection connection = connect(user, password);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private Connection connect(String user, String password) throws SQLException, IOException {
    return DriverManager.getConnection(url(), user, password);
  }

  private String text(String file) throws IOException {
    return Files.readString(folder.resolve(file)).strip();
  }
}
