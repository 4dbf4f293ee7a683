package io.trafficgen.persistence;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.postgresql.PostgreSQLContainer;

/**
 * A real PostgreSQL: the one that {@code TRAFFICGEN_TEST_JDBC_URL} names, else a container where
 * Docker answers, else the embedded binaries. One server a JVM, one database a call, copied from a
 * migrated template.
 */
public final class TestDatabase {
  private static final int POOL_SIZE = 10;
  private static final Map<PostgresDatabase, String> NAMES = new ConcurrentHashMap<>();
  private static final AtomicInteger COUNT = new AtomicInteger();
  private static final String PREFIX = "trafficgen_test_" + ProcessHandle.current().pid() + "_";

  private TestDatabase() {}

  /** An empty, migrated database of its own. */
  public static PostgresDatabase fresh() {
    return PostgresDatabase.open(address(), POOL_SIZE);
  }

  /** Where an empty, migrated database of its own is. */
  public static DatabaseAddress address() {
    Server server = ServerHolder.SERVER;
    String name = PREFIX + COUNT.incrementAndGet();
    server.execute("create database " + name + " template " + PREFIX + "template");
    return server.database(name);
  }

  /**
   * Ends every connection to the database and refuses new ones, or takes them again: others on the
   * same server see nothing of it.
   */
  static void away(PostgresDatabase database, boolean away) {
    String name = NAMES.computeIfAbsent(database, TestDatabase::name);
    Server server = ServerHolder.SERVER;
    server.execute("alter database " + name + " allow_connections " + !away);
    if (away) {
      server.execute(
          "select pg_terminate_backend(pid, 10000) from pg_stat_activity where datname = '"
              + name
              + "'");
    }
  }

  private static String name(PostgresDatabase database) {
    return database.read(
        handle -> handle.createQuery("select current_database()").mapTo(String.class).one());
  }

  /** Started by the first test that needs it. */
  private static final class ServerHolder {
    static final Server SERVER = start();

    private static Server start() {
      Server server = Server.find();
      server.execute("create database " + PREFIX + "template");
      PostgresDatabase.open(server.database(PREFIX + "template"), 2).close();
      return server;
    }
  }

  /**
   * @param base a JDBC URL up to the name of the database
   */
  private record Server(String base, String user, String password) {
    private static final Path DOCKER = Path.of("/var/run/docker.sock");

    static Server find() {
      String given = System.getenv("TRAFFICGEN_TEST_JDBC_URL");
      if (given != null && !given.isEmpty()) {
        DatabaseAddress address = DatabaseAddress.parse(given);
        return of(address.jdbcUrl(), address.user(), address.password());
      }
      if (Files.exists(DOCKER) && DockerClientFactory.instance().isDockerAvailable()) {
        PostgreSQLContainer container = new PostgreSQLContainer("postgres:18-alpine");
        container.start();
        return of(container.getJdbcUrl(), container.getUsername(), container.getPassword());
      }
      try {
        EmbeddedPostgres postgres = EmbeddedPostgres.start();
        return of(postgres.getJdbcUrl("postgres", "postgres"), "", "");
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private static Server of(String url, String user, String password) {
      int query = url.indexOf('?');
      String path = query < 0 ? url : url.substring(0, query);
      String parameters = query < 0 ? "" : url.substring(query);
      String base = path.substring(0, path.lastIndexOf('/') + 1);
      return new Server(base + "%s" + parameters, user, password);
    }

    DatabaseAddress database(String name) {
      return new DatabaseAddress(base.formatted(name), user, password);
    }

    void execute(String sql) {
      DatabaseAddress address = database("postgres");
      try (Connection connection =
              user.isEmpty()
                  ? DriverManager.getConnection(address.jdbcUrl())
                  : DriverManager.getConnection(address.jdbcUrl(), user, password);
          var statement = connection.createStatement()) {
        statement.execute(sql);
      } catch (SQLException e) {
        throw new IllegalStateException(sql, e);
      }
    }
  }
}
