package io.trafficgen.persistence;

import io.trafficgen.domain.account.AccountId;
import io.trafficgen.domain.site.Host;
import io.trafficgen.domain.site.OpeningHours;
import io.trafficgen.domain.site.ProofMethod;
import io.trafficgen.domain.site.Site;
import io.trafficgen.domain.site.SiteId;
import io.trafficgen.domain.site.SiteTerms;
import io.trafficgen.domain.site.Verification;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;
import org.jdbi.v3.core.statement.Update;

/** Rows of {@code sites}. */
final class SiteRows implements RowMapper<Site> {
  /** Binds every column of a proof; without one they are empty. */
  static Update withProof(Update update, Optional<Verification> verification) {
    SiteTerms terms = verification.map(Verification::terms).orElse(SiteTerms.none());
    return update
        .bind("method", verification.map(proof -> proof.method().wireName()))
        .bind("failures", verification.map(Verification::failures).orElse(0))
        .bind("maxPerMinute", terms.maxPerMinute())
        .bindArray(
            "hours", String.class, terms.hours().stream().map(OpeningHours::toString).toList())
        .bindArray("paths", String.class, terms.paths())
        .bind("contact", terms.contact())
        .bind("until", terms.until());
  }

  @Override
  public Site map(ResultSet row, StatementContext context) throws SQLException {
    SiteTerms terms =
        SiteTerms.of(
            Columns.optionalInt(row, "max_per_minute"),
            Columns.texts(row, "hours"),
            Columns.texts(row, "paths"),
            Columns.optionalText(row, "contact"),
            Columns.optionalInstant(row, "valid_until"));
    int failures = row.getInt("failures");
    return new Site(
        new SiteId(Columns.uuid(row, "id")),
        new AccountId(Columns.uuid(row, "user_id")),
        Host.parse(row.getString("host")),
        Columns.optionalText(row, "proof_method")
            .map(method -> new Verification(ProofMethod.ofWireName(method), terms, failures)),
        Columns.optionalInstant(row, "checked_at"),
        Columns.instant(row, "created_at"));
  }
}
