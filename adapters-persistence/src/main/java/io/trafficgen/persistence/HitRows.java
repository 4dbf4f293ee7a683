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
import java.util.List;
import java.util.Locale;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.PreparedBatch;
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
   * @param node number of the node that stores them
   */
  static void insert(Handle handle, List<Hit> hits, int node) {
    if (hits.isEmpty()) {
      return;
    }
    PreparedBatch batch =
        handle.prepareBatch(
            """
            insert into hits (id, visit_id, page, project_id, user_id, url, country, ip, device,
              browser, status, duration_ms, bytes, blocked_requests, ts, node)
            values (:id, :visit, :page, :project, :account, :url, :country, :ip, :device, :browser,
              :status, :duration, :bytes, :blocked, :at, :node)
            on conflict do nothing
            """);
    for (Hit hit : hits) {
      batch
          .bind("id", hit.id())
          .bind("visit", hit.visit().value())
          .bind("page", hit.page())
          .bind("project", hit.project().value())
          .bind("account", hit.account().value())
          .bind("url", hit.url().toString())
          .bind("country", hit.country())
          .bind("ip", hit.ip())
          .bind("device", hit.device().name().toLowerCase(Locale.ROOT))
          .bind("browser", hit.browser().name().toLowerCase(Locale.ROOT))
          .bind("status", hit.status())
          .bind("duration", hit.duration().toMillis())
          .bind("bytes", hit.bytes())
          .bind("blocked", hit.blockedRequests())
          .bind("at", hit.at())
          .bind("node", node)
          .add();
    }
    batch.execute();
  }
}
