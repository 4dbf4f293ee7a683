package io.trafficgen.persistence;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.Duration;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.database.postgresql.PostgreSQLConfigurationExtension;

/** How connections are made, and how long they wait for what. */
final class ConnectionPools {
  /** How long a caller waits for a connection. */
  static final Duration PATIENCE = Duration.ofSeconds(3);

  /** The longest pass over the ledger takes less. */
  private static final Duration LONG_SILENCE = Duration.ofMinutes(5);

  /** Migrations take two. */
  private static final int PATIENT_CONNECTIONS = 2;

  /** A session that stands still in a transaction holds its locks from the others. */
  private static final String STANDSTILL_ENDS = "set idle_in_transaction_session_timeout = '5s'";

  private ConnectionPools() {}

  /**
   * For what callers wait for. A statement has three quarters of {@code silence}, so that the
   * database ends it before its socket is given up.
   */
  static HikariDataSource quick(DatabaseAddress address, int size, Duration silence) {
    HikariConfig config = config(address, silence);
    config.setPoolName("trafficgen");
    config.setMaximumPoolSize(size);
    // A cold process pays dearly for each proof of its password, so more come when they are wanted.
    config.setMinimumIdle(1);
    config.setConnectionInitSql(
        STANDSTILL_ENDS + "; set statement_timeout = " + silence.toMillis() * 3 / 4);
    return new HikariDataSource(config);
  }

  /** For what rightly takes minutes. */
  static HikariDataSource patient(DatabaseAddress address) {
    HikariConfig config = config(address, LONG_SILENCE);
    config.setPoolName("trafficgen, patient");
    config.setMaximumPoolSize(PATIENT_CONNECTIONS);
    config.setMinimumIdle(0);
    config.setConnectionInitSql(STANDSTILL_ENDS);
    return new HikariDataSource(config);
  }

  private static HikariConfig config(DatabaseAddress address, Duration silence) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(address.jdbcUrl());
    if (!address.user().isEmpty()) {
      config.setUsername(address.user());
      config.setPassword(address.password());
    }
    config.setConnectionTimeout(PATIENCE.toMillis());
    // Whether the server is there is seen at the first use.
    config.setInitializationFailTimeout(-1);
    config.addDataSourceProperty("ApplicationName", "trafficgen");
    config.addDataSourceProperty("reWriteBatchedInserts", "true");
    config.addDataSourceProperty("tcpKeepAlive", "true");
    config.addDataSourceProperty("socketTimeout", Long.toString(silence.toSeconds()));
    return config;
  }

  /**
   * @throws UncheckedIOException if the database cannot be reached or refuses us
   */
  static void migrate(HikariDataSource pool) {
    connect(pool);
    FluentConfiguration config = Flyway.configure().dataSource(pool);
    // Held in a transaction that stands still, which no session of a pool may for long.
    config
        .getConfigurationExtension(PostgreSQLConfigurationExtension.class)
        .setTransactionalLock(false);
    config.load().migrate();
  }

  private static void connect(HikariDataSource pool) {
    try {
      pool.getConnection().close();
    } catch (SQLException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      throw new UncheckedIOException(
          new IOException("the database cannot be opened: " + cause.getMessage(), e));
    }
  }
}
