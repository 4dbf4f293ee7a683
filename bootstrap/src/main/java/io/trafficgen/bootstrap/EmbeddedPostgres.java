package io.trafficgen.bootstrap;

import io.trafficgen.persistence.DatabaseAddress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL of our own (security page, 5.4): data that survive every kill, passwords, loopback
 * only, a session of its own (pg_ctl's setsid), so that Ctrl-C does not reach it.
 */
final class EmbeddedPostgres implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedPostgres.class);
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final PostgresFolder folder;
  private final PostgresBinaries binaries;
  private boolean closed;

  private EmbeddedPostgres(PostgresFolder folder, PostgresBinaries binaries) {
    this.folder = folder;
    this.binaries = binaries;
  }

  /**
   * Starts the server in {@code postgres} below {@code parent}; the first start makes it.
   *
   * @throws StartRefusedException if it cannot, saying why
   */
  static EmbeddedPostgres start(Path parent) {
    try {
      PostgresFolder folder = PostgresFolder.open(parent.resolve("postgres"));
      try {
        EmbeddedPostgres server = new EmbeddedPostgres(folder, PostgresBinaries.in(folder.path()));
        server.start();
        return server;
      } catch (IOException | RuntimeException e) {
        folder.close();
        throw e;
      }
    } catch (IOException e) {
      throw new StartRefusedException("the embedded PostgreSQL cannot start: " + e, e);
    }
  }

  /** Where the application's database is. */
  DatabaseAddress address() {
    try {
      return new DatabaseAddress(
          url(EmbeddedDatabase.NAME), EmbeddedDatabase.NAME, folder.password());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Starts the server again if it has ended, as a system short of memory may end it; it recovers
   * all that was acknowledged.
   *
   * @throws StartRefusedException if it cannot be started, saying why
   */
  synchronized void revive() {
    try {
      if (!closed && processes().leftOver().isEmpty()) {
        LOG.warn("the embedded PostgreSQL has ended and is started again");
        launch();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private PostgresProcesses processes() {
    return new PostgresProcesses(folder.data());
  }

  private void start() throws IOException {
    new PostgresCluster(folder, binaries).makeOrCheck();
    if (processes().leftOver().isPresent()) {
      LOG.warn("stopping the PostgreSQL that a killed run left behind");
      stop();
    }
    launch();
    try {
      EmbeddedDatabase.prepare(
          new DatabaseAddress(
              url(EmbeddedDatabase.SUPERUSER),
              EmbeddedDatabase.SUPERUSER,
              folder.password(folder.superuserPassword())),
          folder.password());
    } catch (SQLException | RuntimeException e) {
      stop();
      throw e instanceof StartRefusedException refused
          ? refused
          : new StartRefusedException("the embedded PostgreSQL refuses us: " + e.getMessage(), e);
    }
  }

  private void launch() throws IOException {
    processes().clearAfterKill(PATIENCE);
    folder.checkPort();
    String options =
        "-c port=%d -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c timezone=UTC"
            .formatted(folder.port());
    for (String setting : EmbeddedDatabase.DURABLE) {
      options += " -c " + setting + "=on";
    }
    try {
      binaries.run(
          "pg_ctl",
          "start",
          "-D",
          folder.data().toString(),
          "-l",
          folder.log().toString(),
          "-w",
          "-t",
          Long.toString(PATIENCE.toSeconds()),
          "-s",
          "-o",
          options);
    } catch (StartRefusedException e) {
      throw new StartRefusedException(
          "the embedded PostgreSQL did not start: " + folder.lastTrouble().orElse(e.getMessage()),
          e);
    }
  }

  private String url(String database) throws IOException {
    return "jdbc:postgresql://127.0.0.1:" + folder.port() + "/" + database;
  }

  private void stop() throws IOException {
    binaries.run(
        "pg_ctl",
        "stop",
        "-D",
        folder.data().toString(),
        "-m",
        "fast",
        "-w",
        "-t",
        Long.toString(PATIENCE.toSeconds()),
        "-s");
  }

  /** Stops the server in order; everything that was acknowledged is on disk before and after. */
  @Override
  public synchronized void close() {
    closed = true;
    try (folder) {
      if (processes().leftOver().isPresent()) {
        stop();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Lets go of the folder as a killed process does; the server runs on. */
  void abandon() throws IOException {
    folder.close();
  }
}
