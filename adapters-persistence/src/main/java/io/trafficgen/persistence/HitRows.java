package io.trafficgen.persistence;

import io.trafficgen.domain.account.AccountId;
import io.trafficgen.domain.project.ProjectId;
import io.trafficgen.domain.visit.Browser;
import io.trafficgen.domain.visit.Device;
import io.trafficgen.domain.visit.Hit;
import io.trafficgen.domain.visit.VisitId;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.Collections;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;

/** Rows of {@code hits}. */
final class HitRows implements RowMapper<Hit> {
  @Override
  public Hit map(ResultSet row, StatementContext context) throws SQLException {
    return new Hit(
        new VisitId(Columns.uuid(row, "visit_id")),
        row.getInt("page"),
        new ProjectId(Columns.uuid(row, "project_id")),
        new AccountId(Columns.uuid(row, "user_id")),
        URI.create(row.getString("url")),
        Columns.optionalText(row, "country"),
        Columns.optionalText(row, "ip"),
        Device.valueOf(row.getString("device").toUpperCase(Locale.ROOT)),
        Browser.valueOf(row.getString("browser").toUpperCase(Locale.ROOT)),
        row.getInt("status"),
        Duration.ofMillis(row.getLong("duration_ms")),
        row.getLong("bytes"),
        row.getInt("blocked_requests"),
        Columns.instant(row, "ts"));
  }

  /**
   * Writes them; none may be there already.
   *
   * @param node number of the node that stores them
   */
  static void copy(Handle handle, Collection<Hit> hits, int node) {
    if (hits.isEmpty()) {
      return;
    }
    CopyRows rows = new CopyRows(16);
    for (Hit hit : hits) {
      rows.row()
          .add(hit.id())
          .add(hit.visit().value())
          .add(hit.page())
          .add(hit.project().value())
          .add(hit.account().value())
          .add(hit.url().toString())
          .add(hit.country())
          .add(hit.ip())
          .add(hit.device().name().toLowerCase(Locale.ROOT))
          .add(hit.browser().name().toLowerCase(Locale.ROOT))
          .add(hit.status())
          .add(hit.duration().toMillis())
          .add(hit.bytes())
          .add(hit.blockedRequests())
          .add(hit.at())
          .add(node);
    }
    rows.copy(
        handle,
        """
        hits (id, visit_id, page, project_id, user_id, url, country, ip, device, browser, status,
          duration_ms, bytes, blocked_requests, ts, node)
        """);
  }

  /** Those of the hits that are there. */
  static Set<UUID> stored(Handle handle, Collection<Hit> hits) {
    return hits.isEmpty()
        ? Set.of()
        : handle
            .createQuery(
                """
                select id from hits
                where id = any (:ids) and ts between :first and :last
                """)
            .bindArray("ids", UUID.class, hits.stream().map(Hit::id).toList())
            .bind("first", Collections.min(hits.stream().map(Hit::at).toList()))
            .bind("last", Collections.max(hits.stream().map(Hit::at).toList()))
            .mapTo(UUID.class)
            .set();
  }
}
