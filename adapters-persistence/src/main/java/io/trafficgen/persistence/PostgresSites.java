package io.trafficgen.persistence;

import io.trafficgen.application.port.Sites;
import io.trafficgen.domain.Page;
import io.trafficgen.domain.PageRequest;
import io.trafficgen.domain.PageRequest.Position;
import io.trafficgen.domain.account.AccountId;
import io.trafficgen.domain.site.Host;
import io.trafficgen.domain.site.Site;
import io.trafficgen.domain.site.SiteId;
import java.util.List;
import java.util.Optional;

/** {@link Sites} in {@code sites}. */
public final class PostgresSites implements Sites {
  private final PostgresDatabase database;

  public PostgresSites(PostgresDatabase database) {
    this.database = database;
  }

  @Override
  public boolean add(Site site) {
    return database.read(handle ->
        SiteRows.withProof(
                    handle.createUpdate(
                        """
                        insert into sites (id, user_id, host, proof_method, failures,
                          max_per_minute, hours, paths, contact, valid_until, checked_at,
                          created_at)
                        values (:id, :account, :host, :method, :failures, :maxPerMinute, :hours,
                          :paths, :contact, :until, :checkedAt, :createdAt)
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
            .map(new SiteRows())
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
            new SiteRows(),
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
            .map(new SiteRows())
            .list());
  }
}
