package io.trafficgen.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import io.trafficgen.domain.visit.GrantId;
import io.trafficgen.persistence.DatabaseAddress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** What the visits that really began say about the books: no limit passed, nothing billed twice. */
final class ChaosVerdict {
  private final Set<String> begun;
  private final Map<UUID, Integer> begunOf = new HashMap<>();
  private final Connection connection;

  /**
   * @param log visits as the nodes wrote them down when they began
   */
  ChaosVerdict(DatabaseAddress address, Path log) throws SQLException, IOException {
    this.begun = new HashSet<>(Files.readAllLines(log));
    this.connection =
        DriverManager.getConnection(address.jdbcUrl(), address.user(), address.password());
  }

  int begun() {
    return begun.size();
  }

  /** Each visit that began is one of a grant, below what the grant counts as started. */
  void everyVisitWasConfirmed() throws SQLException {
    Set<String> known = new HashSet<>();
    try (Statement statement = connection.createStatement();
        ResultSet grants = statement.executeQuery("select * from grants")) {
      while (grants.next()) {
        UUID id = grants.getObject("id", UUID.class);
        for (int number = 1; number <= grants.getInt("n"); number++) {
          String visit = new GrantId(id).visit(number).toString();
          if (begun.contains(visit)) {
            known.add(visit);
            begunOf.merge(id, 1, Integer::sum);
            assertThat(number)
                .as("visit %d of grant %s", number, id)
                .isLessThanOrEqualTo(grants.getInt("watermark"))
                .isLessThanOrEqualTo(grants.getInt("started"));
          }
        }
        int unknown = grants.getInt("started") - begunOf.getOrDefault(id, 0);
        // What a crash loses at most: a chunk of the grant.
        assertThat(unknown).as("lost of grant %s", id).isBetween(0, CHUNK);
        assertThat(grants.getString("state")).isIn("settled", "expired");
      }
    }
    assertThat(known).isEqualTo(begun);
  }

  /** The larger of the concurrency and 8 (engine page, 4.2). */
  private static final int CHUNK = 12;

  /** Per {@code key} of the grants, no more visits began than {@code limits} bears. */
  void noLimitWasPassed() throws SQLException {
    sums("host || date_trunc('minute', starts_at)", "select host || minute, cap from host_minutes");
    sums(
        "project_id || ' ' || day",
        """
        select project_id || ' ' || day, case day_limit when 0 then used else day_limit end
        from project_days
        """);
    sums(
        "cast(project_id as varchar)",
        """
        select cast(id as varchar), (case total_target when 0 then used else total_target end)
          + (select count(*) from visits where project_id = p.id and outcome = 'failed')
        from projects p
        """);
  }

  private void sums(String key, String limits) throws SQLException {
    Map<String, Integer> sums = new HashMap<>();
    try (Statement statement = connection.createStatement()) {
      try (ResultSet rows = statement.executeQuery("select id, " + key + " from grants")) {
        while (rows.next()) {
          int count = begunOf.getOrDefault(rows.getObject(1, UUID.class), 0);
          sums.merge(rows.getString(2), count, Integer::sum);
        }
      }
      try (ResultSet rows = statement.executeQuery(limits)) {
        while (rows.next()) {
          assertThat(sums.getOrDefault(rows.getString(1), 0))
              .as("begun of %s", rows.getString(1))
              .isLessThanOrEqualTo(rows.getInt(2));
        }
      }
    }
  }

  /**
   * Every completion that was stored in time is paid, nothing else, and nothing is promised any
   * more. What a node brings after others counted it dead is never paid.
   */
  void theBooksAgree() throws SQLException {
    assertThat(number("select count(*) from visits where charged and outcome <> 'completed'"))
        .isZero();
    assertThat(
            number(
                """
                select count(*) from visits v join grants g on g.id = v.grant_id
                where v.outcome = 'completed' and not v.charged and g.started < g.watermark
                """))
        .isZero();
    assertThat(number("select count(*) from visits where charged")).isBetween(1L, (long) begun());
    assertThat(begun).containsAll(texts("select id from visits where charged"));
    assertThat(number("select sum(visits - captured - released) from holds")).isZero();
    assertThat(number("select sum(captured) from holds"))
        .isEqualTo(number("select count(*) from visits where charged"));
    assertThat(number("select sum(reserved) from projects")).isZero();
    assertThat(number("select sum(reserved) from project_days")).isZero();
    assertThat(number("select sum(reserved) from host_minutes")).isZero();
  }

  /** Names of the nodes that run the project whose visits nothing but watermarks holds back. */
  static List<String> runners(DatabaseAddress address) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection(address.jdbcUrl(), address.user(), address.password());
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "select node from grants where state = 'leased' and host = 'gone.example'")) {
      List<String> nodes = new ArrayList<>();
      while (rows.next()) {
        nodes.add(rows.getString(1));
      }
      return nodes;
    }
  }

  long number(String query) throws SQLException {
    return Long.parseLong(texts(query).getFirst());
  }

  private List<String> texts(String query) throws SQLException {
    List<String> texts = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      while (rows.next()) {
        texts.add(rows.getString(1));
      }
    }
    return texts;
  }
}
