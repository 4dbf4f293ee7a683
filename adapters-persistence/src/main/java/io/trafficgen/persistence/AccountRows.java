package io.trafficgen.persistence;

import io.trafficgen.domain.account.Account;
import io.trafficgen.domain.account.AccountId;
import io.trafficgen.domain.account.AffiliateCode;
import io.trafficgen.domain.account.ContactDetails;
import io.trafficgen.domain.account.Email;
import io.trafficgen.domain.account.PasswordHash;
import io.trafficgen.domain.account.Role;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;

/** Reads rows of {@code users}. */
final class AccountRows implements RowMapper<Account> {
  @Override
  public Account map(ResultSet row, StatementContext context) throws SQLException {
    return new Account(
        new AccountId(Columns.uuid(row, "id")),
        new Email(row.getString("email")),
        new PasswordHash(row.getString("password_hash")),
        Role.ofWireName(row.getString("role")),
        new AffiliateCode(row.getString("affiliate_code")),
        Columns.optionalUuid(row, "referred_by").map(AccountId::new),
        Columns.euros(row, "balance"),
        contact(row),
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
