package io.trafficgen.persistence;

import io.trafficgen.application.port.Sites;
import io.trafficgen.domain.Page;
import io.trafficgen.domain.PageRequest;
import io.trafficgen.domain.PageRequest.Position;
import io.trafficgen.domain.account.AccountId;
import io.trafficgen.domain.site.Host;
import io.trafficgen.domain.site.ProofMethod;
import io.trafficgen.domain.site.Site;
import io.trafficgen.domain.site.SiteId;
import io.trafficgen.domain.site.SiteTerms;
import io.trafficgen.domain.site.Verification;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.jdbi.v3.core.statement.StatementContext;
import org.jdbi.v3.core.statement.Update;

/** {@link Sites} in {@code sites}. */
public final class PostgresSites implements Sites {
  private final PostgresDatabase database;

  public PostgresSites(PostgresDatabase database) {
    this.database = database;
  }

  @Override
  public boolean add(Site site) {
    return database.read(handle ->
        withProof(
                    handle.createUpdate(
                        """
                        insert into sites (id, user_id, host, proof_method, max_per_minute,
                          valid_until, checked_at, created_at)
                        values (:id, :account, :host, :method, :maxPerMinute, :until,
                          :checkedAt, :createdAt)
                        on conflict (user_id, host) do nothing
                        """),
                    site.verification())
                .bind("id", site.id().value())
                .bind("account", site.account().value())
                .bind("host", site.host().toString())
                .bind("checkedAt", site.checkedAt())
                .bind("createdAt", site.createdAt())
                .execute()
            == 1);
  }

  @Override
  public Optional<Site> find(AccountId owner, SiteId id) {
    return one("select * from sites where user_id = :owner and id = :key", owner, id.value());
  }

  @Override
  public Optional<Site> find(AccountId owner, Host host) {
    return one(
        "select * from sites where user_id = :owner and host = :key", owner, host.toString());
  }

  private Optional<Site> one(String sql, AccountId owner, Object key) {
    return database.read(handle ->
        handle
            .createQuery(sql)
            .bind("owner", owner.value())
            .bind("key", key)
            .map(PostgresSites::site)
            .findOne());
  }

  @Override
  public Page<Site> list(AccountId owner, PageRequest request) {
    return database.read(handle ->
        Pages.of(
            handle
                .createQuery(
                    """
                    select * from sites
                    where user_id = :owner and (created_at, id) < (:at, :after)
                    order by created_at desc, id desc limit :rows
                    """)
                .bind("owner", owner.value()),
            request,
            PostgresSites::site,
            found -> new Position(found.createdAt(), found.id().value())));
  }

  @Override
  public List<Site> verified(AccountId owner) {
    return database.read(handle ->
        handle
            .createQuery(
                """
                select * from sites where user_id = :owner and proof_method is not null
                order by host
                """)
            .bind("owner", owner.value())
            .map(PostgresSites::site)
            .list());
  }

  @Override
  public void record(SiteId id, Optional<Verification> verification, Instant checkedAt) {
    database.run(handle ->
        withProof(
                handle.createUpdate(
                    """
                    update sites set proof_method = :method, max_per_minute = :maxPerMinute,
                      valid_until = :until, checked_at = :checkedAt
                    where id = :id
                    """),
                verification)
            .bind("id", id.value())
            .bind("checkedAt", checkedAt)
            .execute());
  }

  private static Update withProof(Update update, Optional<Verification> verification) {
    SiteTerms terms = verification.map(Verification::terms).orElse(SiteTerms.none());
    OptionalInt maxPerMinute = terms.maxPerMinute();
    return update
        .bind("method", verification.map(proof -> proof.method().wireName()))
        .bind("maxPerMinute", maxPerMinute)
        .bind("until", terms.until());
  }

  private static Site site(ResultSet row, StatementContext context) throws SQLException {
    SiteTerms terms =
        new SiteTerms(
            Columns.optionalInt(row, "max_per_minute"),
            Columns.optionalInstant(row, "valid_until"));
    UUID account = Columns.uuid(row, "user_id");
    return new Site(
        new SiteId(Columns.uuid(row, "id")),
        new AccountId(account),
        Host.parse(row.getString("host")),
        Columns.optionalText(row, "proof_method")
            .map(method -> new Verification(ProofMethod.ofWireName(method), terms)),
        Columns.optionalInstant(row, "checked_at"),
        Columns.instant(row, "created_at"));
  }
}
