package io.trafficgen.persistence;

import com.zaxxer.hikari.HikariDataSource;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
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
 * {@link UncheckedIOException}: after three seconds at the latest if it is gone, after twenty if it
 * fell silent under the call. So does a statement that takes longer than a short one may.
 */
public final class PostgresDatabase implements AutoCloseable {
  /** Of a server that neither answers nor closes. */
  private static final Duration SILENCE = Duration.ofSeconds(20);

  private static final int ATTEMPTS = 4;

  private final HikariDataSource pool;
  private final Jdbi jdbi;
  private final Optional<PostgresDatabase> patient;

  private PostgresDatabase(HikariDataSource pool, Optional<PostgresDatabase> patient) {
    this.pool = pool;
    this.patient = patient;
    this.jdbi = Jdbi.create(pool).installPlugin(new PostgresPlugin());
    jdbi.registerArgument(new Columns.InstantArguments());
    jdbi.registerArrayType(
        Instant.class, "timestamptz", instant -> Columns.storable(instant).toString());
    jdbi.registerArrayType(BigDecimal.class, "numeric");
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

  /** The database to be; {@link #migrate} comes before its first statement. */
  public static PostgresDatabase at(DatabaseAddress address, int poolSize) {
    return at(address, poolSize, SILENCE);
  }

  /**
   * @param silence how long it may be silent before it counts as away; a statement has three
   *     quarters of it
   */
  static PostgresDatabase at(DatabaseAddress address, int poolSize, Duration silence) {
    HikariDataSource patientPool = ConnectionPools.patient(address);
    return new PostgresDatabase(
        ConnectionPools.quick(address, poolSize, silence),
        Optional.of(new PostgresDatabase(patientPool, Optional.empty())));
  }

  /**
   * Connects, and brings the tables up to this version.
   *
   * @throws UncheckedIOException if it cannot be reached or refuses us, saying why in one line
   */
  public void migrate() {
    ConnectionPools.migrate(patient().pool);
  }

  /**
   * Makes the partitions of hits for the coming {@code days}, today included; those that are there
   * stay. Wanted at start and once a day.
   */
  public void makeHitPartitions(int days) {
    patient().run(handle -> HitPartitions.make(handle, days));
  }

  /**
   * The same database for what rightly takes minutes, on connections of its own, so that nothing
   * else waits for them.
   */
  PostgresDatabase patient() {
    return patient.orElse(this);
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
    patient.ifPresent(PostgresDatabase::close);
  }
}
