package io.trafficgen.persistence;

import io.trafficgen.application.port.SiteChecks;
import io.trafficgen.domain.account.AccountId;
import io.trafficgen.domain.project.Project;
import io.trafficgen.domain.project.StatusReason;
import io.trafficgen.domain.site.Host;
import io.trafficgen.domain.site.Site;
import io.trafficgen.domain.site.Verification;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.jdbi.v3.core.Handle;

/** {@link SiteChecks} in {@code site_checks}, {@code sites} and {@code projects}. */
public final class PostgresSiteChecks implements SiteChecks {
  private final PostgresDatabase database;

  public PostgresSiteChecks(PostgresDatabase database) {
    this.database = database;
  }

  @Override
  public Optional<Instant> claim(AccountId account, Host host, Instant now, Instant until) {
    return database.inTransaction(handle -> {
      boolean claimed =
          handle
                  .createUpdate(
                      """
                      insert into site_checks as c (user_id, host, until)
                      values (:account, :host, :until)
                      on conflict (user_id, host) do update set until = :until
                      where c.until <= :now
                      """)
                  .bind("account", account.value())
                  .bind("host", host.toString())
                  .bind("now", now)
                  .bind("until", until)
                  .execute()
              == 1;
      return claimed ? Optional.empty() : Optional.of(taken(handle, account, host));
    });
  }

  private static Instant taken(Handle handle, AccountId account, Host host) {
    return handle
        .createQuery("select until from site_checks where user_id = :account and host = :host")
        .bind("account", account.value())
        .bind("host", host.toString())
        .map((row, context) -> Columns.instant(row, "until"))
        .one();
  }

  @Override
  public List<Project> record(
      Site site, Optional<Verification> found, Instant checkedAt, Predicate<Project> using) {
    return database.inTransaction(handle -> {
      SiteRows.withProof(
              handle.createUpdate(
                  """
                  update sites set proof_method = :method, failures = :failures,
                    max_per_minute = :maxPerMinute, hours = :hours, paths = :paths,
                    contact = :contact, valid_until = :until, checked_at = :checkedAt
                  where id = :id
                  """),
              found)
          .bind("id", site.id().value())
          .bind("checkedAt", checkedAt)
          .execute();
      return found.isPresent() ? List.of() : stop(handle, site.account(), using);
    });
  }

  @Override
  public List<Project> remove(Site site, Predicate<Project> using) {
    return database.inTransaction(handle -> {
      int removed =
          handle
              .createUpdate("delete from sites where id = :id and user_id = :owner")
              .bind("id", site.id().value())
              .bind("owner", site.account().value())
              .execute();
      return removed == 0 ? List.of() : stop(handle, site.account(), using);
    });
  }

  /** One by one in the order of their identities, as everybody locks projects. */
  private static List<Project> stop(Handle handle, AccountId owner, Predicate<Project> using) {
    List<UUID> users =
        handle
            .createQuery(
                """
                select * from projects where user_id = :owner and status = 'active'
                order by id for no key update
                """)
            .bind("owner", owner.value())
            .map(new ProjectRows())
            .stream()
            .filter(using)
            .map(project -> project.id().value())
            .toList();
    return handle
        .createQuery(
            """
            update projects set status = :status, status_reason = :reason, epoch = epoch + 1
            where id = any (:ids) returning *
            """)
        .bind("status", StatusReason.UNVERIFIED.ended().wireName())
        .bind("reason", StatusReason.UNVERIFIED.wireName())
        .bindArray("ids", UUID.class, users)
        .map(new ProjectRows())
        .list();
  }
}
