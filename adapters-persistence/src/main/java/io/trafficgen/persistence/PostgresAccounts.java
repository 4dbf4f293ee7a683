package io.trafficgen.persistence;

import io.trafficgen.application.port.Accounts;
import io.trafficgen.domain.Page;
import io.trafficgen.domain.PageRequest;
import io.trafficgen.domain.PageRequest.Position;
import io.trafficgen.domain.account.Account;
import io.trafficgen.domain.account.AccountId;
import io.trafficgen.domain.account.AffiliateCode;
import io.trafficgen.domain.account.Email;
import java.util.Optional;

/** {@link Accounts} in {@code users}. */
public final class PostgresAccounts implements Accounts {
  private static final AccountRows ROWS = new AccountRows();

  private final PostgresDatabase database;

  public PostgresAccounts(PostgresDatabase database) {
    this.database = database;
  }

  @Override
  public boolean add(Account account) {
    return database.read(handle -> AccountRows.insert(handle, account));
  }

  @Override
  public Optional<Account> find(AccountId id) {
    return one("select * from users where id = :key", id.value());
  }

  @Override
  public Optional<Account> findByEmail(Email email) {
    return one("select * from users where email = :key", email.value());
  }

  @Override
  public Optional<Account> findByConfirmedEmail(Email email) {
    return one(
        "select * from users where email = :key and email_confirmed_at is not null", email.value());
  }

  @Override
  public Optional<Account> findByAffiliateCode(AffiliateCode code) {
    return one(
        """
        select u.* from users u join affiliate_codes c on c.user_id = u.id
        where c.code = :key and u.closed_at is null
        """,
        code.value());
  }

  @Override
  public Optional<Account> findByApiKey(String hash) {
    return one("select * from users where api_key = :key and not disabled", hash);
  }

  @Override
  public Page<Account> list(PageRequest request) {
    return database.read(handle ->
        Pages.of(
            handle.createQuery(
                """
                select * from users
                where closed_at is null and (created_at, id) < (:at, :after)
                order by created_at desc, id desc limit :rows
                """),
            request,
            ROWS,
            found -> new Position(found.createdAt(), found.id().value())));
  }

  private Optional<Account> one(String sql, Object key) {
    return database.read(handle -> handle.createQuery(sql).bind("key", key).map(ROWS).findOne());
  }
}
