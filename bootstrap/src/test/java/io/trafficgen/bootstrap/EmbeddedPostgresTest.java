package io.trafficgen.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.trafficgen.persistence.DatabaseAddress;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPostgresTest {
  @TempDir Path data;

  @Test
  void keeps_data_port_and_passwords_over_a_stop_and_a_kill() throws Exception {
    DatabaseAddress first;
    try (EmbeddedPostgres server = EmbeddedPostgres.start(data)) {
      first = server.address();
      execute(first, "create table kept (n int); insert into kept values (1)");
      assertThat(query(first, "select rolsuper from pg_roles where rolname = user")).isEqualTo("f");
      assertThat(query(first, "show fsync")).isEqualTo("on");
    }
    // The JVM of a killed run takes its lock with it, but not the server.
    EmbeddedPostgres killed = EmbeddedPostgres.start(data);
    long before = serverProcess();
    killed.abandon();

    try (EmbeddedPostgres server = EmbeddedPostgres.start(data)) {
      assertThat(serverProcess()).isNotEqualTo(before);
      assertThat(server.address()).isEqualTo(first);
      assertThat(query(first, "select n from kept")).isEqualTo("1");
    }
    assertThat(
            PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("postgres"))))
        .isEqualTo("rwx------");
    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(data.resolve("postgres/password"))))
        .isEqualTo("rw-------");
  }

  @Test
  void what_was_acknowledged_survives_the_servers_kill() throws Exception {
    PreparedPostgres.copyTo(data);
    EmbeddedPostgres killed = EmbeddedPostgres.start(data);
    DatabaseAddress address = killed.address();
    execute(address, "create table kept (n int); insert into kept values (1)");
    assertThat(session(serverProcess())).isNotEqualTo(session(ProcessHandle.current().pid()));
    ProcessHandle.of(serverProcess()).orElseThrow().destroyForcibly();
    killed.abandon();

    try (EmbeddedPostgres server = EmbeddedPostgres.start(data)) {
      assertThat(query(server.address(), "select n from kept")).isEqualTo("1");
    }
  }

  @Test
  void a_server_that_ended_is_started_again_but_not_after_its_close() throws Exception {
    PreparedPostgres.copyTo(data);
    EmbeddedPostgres server = EmbeddedPostgres.start(data);
    execute(server.address(), "create table kept (n int); insert into kept values (1)");
    long first = serverProcess();
    server.revive();
    assertThat(serverProcess()).isEqualTo(first);

    ProcessHandle killed = ProcessHandle.of(first).orElseThrow();
    killed.destroyForcibly();
    killed.onExit().join();
    server.revive();

    assertThat(serverProcess()).isNotEqualTo(first);
    assertThat(query(server.address(), "select n from kept")).isEqualTo("1");
    server.close();
    server.revive();
    assertThat(data.resolve("postgres/data/postmaster.pid")).doesNotExist();
  }

  @Test
  void a_server_that_does_not_start_says_why() throws Exception {
    PreparedPostgres.copyTo(data);
    Files.delete(data.resolve("postgres/data/global/pg_control"));

    assertRefused("pg_control");
  }

  /** Signals to the group of a terminal reach a session's processes alone. */
  private static String session(long process) throws Exception {
    String stat = Files.readString(Path.of("/proc/" + process + "/stat"));
    return stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1)[3];
  }

  @Test
  void lets_nobody_in_without_the_password() throws Exception {
    PreparedPostgres.copyTo(data);
    try (EmbeddedPostgres server = EmbeddedPostgres.start(data)) {
      DatabaseAddress address = server.address();
      assertThatThrownBy(
              () -> query(new DatabaseAddress(address.jdbcUrl(), "postgres", "guess"), "select 1"))
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("password");
      assertThatThrownBy(() -> EmbeddedPostgres.start(data))
          .isInstanceOf(StartRefusedException.class)
          .hasMessageContaining("another TrafficGen");
    }
  }

  @Test
  void refuses_a_bad_folder_a_wrong_version_and_a_taken_port() throws Exception {
    PreparedPostgres.copyTo(data);
    Path folder = data.resolve("postgres");
    Path version = folder.resolve("data/PG_VERSION");
    String right = Files.readString(version);
    Files.delete(version);
    assertRefused("is no data directory of PostgreSQL");

    Files.writeString(version, "9\n");
    assertRefused("is of PostgreSQL 9, but this is postgres (PostgreSQL)");

    Files.writeString(version, right);
    try (ServerSocket squatter = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Files.writeString(folder.resolve("port"), squatter.getLocalPort() + "\n");
      assertRefused("is taken");
    }
  }

  private void assertRefused(String why) {
    assertThatThrownBy(() -> EmbeddedPostgres.start(data))
        .isInstanceOf(StartRefusedException.class)
        .hasMessageContaining(why);
  }

  private long serverProcess() throws Exception {
    Path pidFile = data.resolve("postgres/data/postmaster.pid");
    return Long.parseLong(Files.readAllLines(pidFile).get(0).strip());
  }

  private static void execute(DatabaseAddress address, String sql) throws SQLException {
    try (Connection connection = connect(address);
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String query(DatabaseAddress address, String sql) throws SQLException {
    try (Connection connection = connect(address);
        var statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      result.next();
      return result.getString(1);
    }
  }

  private static Connection connect(DatabaseAddress address) throws SQLException {
    return DriverManager.getConnection(address.jdbcUrl(), address.user(), address.password());
  }
}
