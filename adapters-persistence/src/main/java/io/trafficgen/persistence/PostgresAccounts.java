package io.trafficgen.persistence;

import io.trafficgen.application.port.Accounts;
import io.trafficgen.domain.account.Account;
import io.trafficgen.domain.account.AccountId;
import io.trafficgen.domain.account.AffiliateCode;
import io.trafficgen.domain.account.ContactDetails;
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
    ContactDetails contact = account.contact();
    return database.read(handle ->
        handle
                .createUpdate(
                    """
                    insert into users (id, email, password_hash, role, affiliate_code,
                      referred_by, name, phone, company, vat_id, address, city, zip, country,
                      created_at)
                    values (:id, :email, :passwordHash, :role, :affiliateCode, :referredBy,
                      :name, :phone, :company, :vatId, :address, :city, :zip, :country,
                      :createdAt)
                    on conflict (email) do nothing
                    """)
                .bind("id", account.id().value())
                .bind("email", account.email().value())
                .bind("passwordHash", account.passwordHash().value())
                .bind("role", account.role().wireName())
                .bind("affiliateCode", account.affiliateCode().value())
                .bind("referredBy", account.referredBy().map(AccountId::value))
                .bind("name", contact.name())
                .bind("phone", contact.phone())
                .bind("company", contact.company())
                .bind("vatId", contact.vatId())
                .bind("address", contact.address())
                .bind("city", contact.city())
                .bind("zip", contact.zip())
                .bind("country", contact.country())
                .bind("createdAt", account.createdAt())
                .execute()
            == 1);
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
    return one("select * from users where affiliate_code = :key", code.value());
  }

  private Optional<Account> one(String sql, Object key) {
    return database.read(handle -> handle.createQuery(sql).bind("key", key).map(ROWS).findOne());
  }
}
