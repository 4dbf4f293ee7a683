package io.trafficgen.persistence;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.database.postgresql.PostgreSQLConfigurationExtension;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.statement.StatementExceptions;
import org.jdbi.v3.core.statement.StatementExceptions.MessageRendering;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;
import org.jdbi.v3.postgres.PostgresPlugin;

/**
 * The database, migrated and open, with a small pool of connections.
 *
 * <p>A caller holds at most one connection at a time. While the database is away every call throws
 * {@link UncheckedIOException}, at the latest after three seconds.
 */
public final class PostgresDatabase implements AutoCloseable {
  /** How long a caller waits for a connection. */
  static final Duration PATIENCE = Duration.ofSeconds(3);

  /** Of a server that neither answers nor closes; the longest pass over the ledger takes less. */
  private static final Duration SILENCE = Duration.ofMinutes(5);

  private static final Duration STANDSTILL = Duration.ofSeconds(5);

  private static final int ATTEMPTS = 4;

  private final HikariDataSource pool;
  private final Jdbi jdbi;

  private PostgresDatabase(HikariDataSource pool) {
    this.pool = pool;
    this.jdbi = Jdbi.create(pool).installPlugin(new PostgresPlugin());
    jdbi.registerArgument(new Columns.InstantArguments());
    // Messages travel into logs and reasons: neither statements nor what is bound belongs there.
    jdbi.getConfig(StatementExceptions.class).setMessageRendering(MessageRendering.NONE);
  }

  /**
   * Opens and migrates the database.
   *
   * @param url as {@link DatabaseAddress#parse} reads it
   * @param user empty if the URL names it
   */
  public static PostgresDatabase open(String url, String user, String password, int poolSize) {
    DatabaseAddress address = DatabaseAddress.parse(url);
    return open(
        user.isEmpty() ? address : new DatabaseAddress(address.jdbcUrl(), user, password),
        poolSize);
  }

  /**
   * Opens and migrates the database.
   *
   * @throws UncheckedIOException if it cannot be reached or refuses us, saying why in one line
   */
  public static PostgresDatabase open(DatabaseAddress address, int poolSize) {
    PostgresDatabase database = at(address, poolSize);
    try {
      database.migrate();
      return database;
    } catch (RuntimeException e) {
      database.close();
      throw e;
    }
  }

  /** The database to be: nothing goes there before {@link #migrate}, or the first statement. */
  public static PostgresDatabase at(DatabaseAddress address, int poolSize) {
    HikariDataSource pool = new HikariDataSource();
    pool.setPoolName("trafficgen");
    pool.setJdbcUrl(address.jdbcUrl());
    if (!address.user().isEmpty()) {
      pool.setUsername(address.user());
      pool.setPassword(address.password());
    }
    pool.setMaximumPoolSize(poolSize);
    // A cold process pays dearly for each proof of its password, so more come when they are wanted.
    pool.setMinimumIdle(1);
    pool.setConnectionTimeout(PATIENCE.toMillis());
    pool.addDataSourceProperty("ApplicationName", "trafficgen");
    pool.addDataSourceProperty("reWriteBatchedInserts", "true");
    pool.addDataSourceProperty("tcpKeepAlive", "true");
    pool.addDataSourceProperty("socketTimeout", Long.toString(SILENCE.toSeconds()));
    // A process that stands still in a transaction must not hold its locks from the others.
    pool.setConnectionInitSql("set idle_in_transaction_session_timeout = " + STANDSTILL.toMillis());
    return new PostgresDatabase(pool);
  }

  /**
   * Connects, and brings the tables up to this version.
   *
   * @throws UncheckedIOException if it cannot be reached or refuses us, saying why in one line
   */
  public void migrate() {
    connect();
    FluentConfiguration config = Flyway.configure().dataSource(pool);
    // Held in a transaction that stands still, which no session of the pool may for long.
    config
        .getConfigurationExtension(PostgreSQLConfigurationExtension.class)
        .setTransactionalLock(false);
    config.load().migrate();
  }

  private void connect() {
    try {
      pool.getConnection().close();
    } catch (SQLException | HikariPool.PoolInitializationException e) {
      throw new UncheckedIOException(
          new IOException("the database cannot be opened: " + e.getMessage(), e));
    }
  }

  /**
   * Makes the partitions of hits for the coming {@code days}, today included; those that are there
   * stay. Wanted at start and once a day.
   */
  public void makeHitPartitions(int days) {
    run(handle -> HitPartitions.make(handle, days));
  }

  /** Answers if the database does. */
  public void ping() {
    run(handle -> handle.execute("select 1"));
  }

  /** Statements that commit each by itself. */
  <R> R read(Function<Handle, R> work) {
    return attempt(() -> jdbi.withHandle(work::apply));
  }

  /** Reads that all see the same moment. */
  <R> R snapshot(Function<Handle, R> work) {
    return attempt(
        () -> jdbi.inTransaction(TransactionIsolationLevel.REPEATABLE_READ, work::apply));
  }

  /** One transaction; run again if it lost against another. */
  <R> R inTransaction(Function<Handle, R> work) {
    return attempt(() -> jdbi.inTransaction(work::apply));
  }

  void run(Consumer<Handle> work) {
    attempt(() -> {
      jdbi.useTransaction(work::accept);
      return true;
    });
  }

  private static <R> R attempt(Supplier<R> work) {
    for (int attempt = 1; ; attempt++) {
      try {
        return work.get();
      } catch (JdbiException e) {
        if (!DatabaseFailures.lostARace(e) || attempt == ATTEMPTS) {
          throw DatabaseFailures.translated(e);
        }
      }
    }
  }

  @Override
  public void close() {
    pool.close();
  }
}
