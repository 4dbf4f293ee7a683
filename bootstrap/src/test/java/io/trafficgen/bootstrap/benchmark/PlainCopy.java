package io.trafficgen.bootstrap.benchmark;

import io.trafficgen.domain.visit.Hit;
import java.io.IOException;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.postgresql.PGConnection;

/** The peer: COPY and a commit, and nothing else. */
final class PlainCopy {
  /** As {@code hits} is, with its indexes, but in one piece. */
  static final String TABLE =
      "create table plain_hits (like hits including all); grant insert on plain_hits to trafficgen";

  private final Connection connection;

  PlainCopy(Connection connection) throws SQLException {
    this.connection = connection;
    connection.setAutoCommit(false);
  }

  void copy(List<Hit> hits) throws SQLException, IOException {
    StringBuilder rows = new StringBuilder();
    for (Hit hit : hits) {
      rows.append(hit.id()).append('\t');
      rows.append(hit.visit()).append('\t');
      rows.append(hit.page()).append('\t');
      rows.append(hit.project()).append('\t');
      rows.append(hit.account()).append('\t');
      rows.append(hit.url()).append('\t');
      rows.append(hit.country().orElse("\\N")).append('\t');
      rows.append(hit.ip().orElse("\\N")).append('\t');
      rows.append("desktop\tchrome\t");
      rows.append(hit.status()).append('\t');
      rows.append(hit.duration().toMillis()).append('\t');
      rows.append(hit.bytes()).append('\t');
      rows.append(hit.blockedRequests()).append('\t');
      rows.append(hit.at()).append("\t1\n");
    }
    connection
        .unwrap(PGConnection.class)
        .getCopyAPI()
        .copyIn(
            """
            copy plain_hits (id, visit_id, page, project_id, user_id, url, country, ip, device,
              browser, status, duration_ms, bytes, blocked_requests, ts, node) from stdin
            """,
            new StringReader(rows.toString()));
    connection.commit();
  }
}
