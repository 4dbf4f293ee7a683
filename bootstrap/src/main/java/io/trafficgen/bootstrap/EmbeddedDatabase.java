package io.trafficgen.bootstrap;

import io.trafficgen.persistence.DatabaseAddress;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** The application's role and database in the embedded server: no superuser serves requests. */
final class EmbeddedDatabase {
  /** Of the role and of the database. */
  static final String NAME = "trafficgen";

  /** Makes both, and nothing else. */
  static final String SUPERUSER = "postgres";

  /** Without these an acknowledged payment can be lost with the power. */
  static final List<String> DURABLE = List.of("fsync", "synchronous_commit", "full_page_writes");

  private EmbeddedDatabase() {}

  /**
   * Makes role and database unless they are there.
   *
   * @param superuser who may
   * @param password the role's, of hexadecimal digits
   * @throws StartRefusedException if the server would lose what it acknowledged
   */
  static void prepare(DatabaseAddress superuser, String password) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection(
                superuser.jdbcUrl(), superuser.user(), superuser.password());
        Statement statement = connection.createStatement()) {
      for (String setting : DURABLE) {
        if (!single(statement, "show " + setting).equals("on")) {
          throw new StartRefusedException(setting + " is off: money would not be safe");
        }
      }
      if (isAbsent(statement, "pg_roles where rolname")) {
        statement.execute("create role " + NAME + " login nosuperuser password '" + password + "'");
      }
      if (isAbsent(statement, "pg_database where datname")) {
        statement.execute("create database " + NAME + " owner " + NAME);
      }
    }
  }

  private static boolean isAbsent(Statement statement, String where) throws SQLException {
    return single(statement, "select count(*) from " + where + " = '" + NAME + "'").equals("0");
  }

  private static String single(Statement statement, String query) throws SQLException {
    try (ResultSet result = statement.executeQuery(query)) {
      result.next();
      return result.getString(1);
    }
  }
}
