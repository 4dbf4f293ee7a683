package io.trafficgen.persistence;

import io.trafficgen.domain.account.Account;
import io.trafficgen.domain.account.AccountId;
import io.trafficgen.domain.account.AccountMarks;
import io.trafficgen.domain.account.AffiliateCode;
import io.trafficgen.domain.account.ContactDetails;
import io.trafficgen.domain.account.Email;
import io.trafficgen.domain.account.Origin;
import io.trafficgen.domain.account.PasswordHash;
import io.trafficgen.domain.account.Role;
import io.trafficgen.domain.account.VisitorMark;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;
import org.jdbi.v3.core.statement.Update;

/** Reads and writes rows of {@code users}. */
final class AccountRows implements RowMapper<Account> {
  private static final AccountRows ROWS = new AccountRows();

  /** False if the e-mail is taken. */
  static boolean insert(Handle handle, Account account) {
    Update insert =
        handle
            .createUpdate(
                """
                insert into users (id, email, password_hash, role, affiliate_code,
                  referred_by, referral_doubt, sign_up_mark, name, phone, company, vat_id, address,
                  city, zip, country, created_at)
                values (:id, :email, :passwordHash, :role, :affiliateCode, :referredBy,
                  :doubt, :mark, :name, :phone, :company, :vatId, :address, :city, :zip,
                  :country, :createdAt)
                on conflict (email) do nothing
                """)
            .bind("id", account.id().value())
            .bind("email", account.email().value())
            .bind("passwordHash", account.passwordHash().value())
            .bind("role", account.role().wireName())
            .bind("affiliateCode", account.affiliateCode().value())
            .bind("referredBy", account.referredBy().map(AccountId::value))
            .bind("doubt", account.origin().doubt())
            .bind("mark", account.origin().visitor().map(VisitorMark::text))
            .bind("createdAt", account.createdAt());
    return bind(insert, account.contact()).execute() == 1;
  }

  /** Binds each detail by its name. */
  static Update bind(Update update, ContactDetails contact) {
    return update
        .bind("name", contact.name())
        .bind("phone", contact.phone())
        .bind("company", contact.company())
        .bind("vatId", contact.vatId())
        .bind("address", contact.address())
        .bind("city", contact.city())
        .bind("zip", contact.zip())
        .bind("country", contact.country());
  }

  /** The account, locked against other changes until the transaction ends; none that is closed. */
  static Optional<Account> lock(Handle handle, AccountId id) {
    return handle
        .createQuery("select * from users where id = :id and closed_at is null for no key update")
        .bind("id", id.value())
        .map(ROWS)
        .findOne();
  }

  @Override
  public Account map(ResultSet row, StatementContext context) throws SQLException {
    return new Account(
        new AccountId(Columns.uuid(row, "id")),
        new Email(row.getString("email")),
        new PasswordHash(row.getString("password_hash")),
        Role.ofWireName(row.getString("role")),
        new AffiliateCode(row.getString("affiliate_code")),
        new Origin(
            Columns.optionalUuid(row, "referred_by").map(AccountId::new),
            Columns.optionalText(row, "referral_doubt"),
            Columns.optionalText(row, "sign_up_mark").map(VisitorMark::new)),
        Columns.euros(row, "balance"),
        contact(row),
        new AccountMarks(
            Columns.optionalInstant(row, "email_confirmed_at").isPresent(),
            row.getBoolean("totp_on"),
            row.getBoolean("disabled")),
        Columns.instant(row, "created_at"));
  }

  private static ContactDetails contact(ResultSet row) throws SQLException {
    return new ContactDetails(
        Columns.optionalText(row, "name"),
        Columns.optionalText(row, "phone"),
        Columns.optionalText(row, "company"),
        Columns.optionalText(row, "vat_id"),
        Columns.optionalText(row, "address"),
        Columns.optionalText(row, "city"),
        Columns.optionalText(row, "zip"),
        Columns.optionalText(row, "country"));
  }
}
