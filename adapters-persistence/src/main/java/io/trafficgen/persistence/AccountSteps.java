package io.trafficgen.persistence;

import io.trafficgen.domain.account.AccountId;
import io.trafficgen.domain.account.ContactDetails;
import io.trafficgen.domain.account.PasswordHash;
import io.trafficgen.domain.project.ProjectId;
import io.trafficgen.domain.project.StatusReason;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;

/** Steps of changes of one account; each runs in the transaction of the whole change. */
final class AccountSteps {
  private AccountSteps() {}

  static void describe(Handle handle, AccountId id, ContactDetails contact) {
    Update describe =
        handle
            .createUpdate(
                """
                update users set name = :name, phone = :phone, company = :company,
                  vat_id = :vatId, address = :address, city = :city, zip = :zip,
                  country = :country
                where id = :id
                """)
            .bind("id", id.value());
    AccountRows.bind(describe, contact).execute();
  }

  static void setPassword(Handle handle, AccountId id, PasswordHash password) {
    handle
        .createUpdate("update users set password_hash = :hash where id = :id")
        .bind("hash", password.value())
        .bind("id", id.value())
        .execute();
  }

  /** False if nothing changed; a disabled account gets no key. */
  static boolean setApiKey(Handle handle, AccountId id, Optional<String> hash) {
    return handle
            .createUpdate(
                """
                update users set api_key = :hash
                where id = :id and api_key is distinct from cast(:hash as varchar)
                  and (cast(:hash as varchar) is null or not disabled)
                """)
            .bind("hash", hash)
            .bind("id", id.value())
            .execute()
        == 1;
  }

  static void endSessions(Handle handle, AccountId id) {
    handle
        .createUpdate("delete from sessions where user_id = :id")
        .bind("id", id.value())
        .execute();
  }

  static void forgetTokens(Handle handle, AccountId id) {
    handle
        .createUpdate("delete from mailed_tokens where user_id = :id")
        .bind("id", id.value())
        .execute();
  }

  /**
   * Whether the account is the only admin who can sign in. All of them stay locked, so that of two
   * who leave at once the second sees the first gone.
   */
  static boolean lockLastAdmin(Handle handle, AccountId id) {
    return handle
        .createQuery(
            """
            select id from users where role = 'admin' and not disabled
            order by id for no key update
            """)
        .mapTo(UUID.class)
        .list()
        .equals(List.of(id.value()));
  }

  /** What is left is an identity for money and visits; {@code .invalid} belongs to nobody. */
  static void forgetPerson(Handle handle, AccountId id, Instant now) {
    handle
        .createUpdate(
            """
            update users set email = 'closed-' || id || '@closed.invalid', password_hash = '',
              email_confirmed_at = null, api_key = null, role = 'user', disabled = true,
              closed_at = :now, totp_on = false, totp_secret = null, totp_step = 0,
              name = null, phone = null, company = null, vat_id = null, address = null,
              city = null, zip = null, country = null, sign_up_mark = null
            where id = :id
            """)
        .bind("now", now)
        .bind("id", id.value())
        .execute();
  }

  static List<ProjectId> stopProjects(Handle handle, AccountId id) {
    return handle
        .createQuery(
            """
            update projects set status = :status, status_reason = :reason, epoch = epoch + 1
            where user_id = :id and status = 'active' returning id
            """)
        .bind("status", StatusReason.USER.ended().wireName())
        .bind("reason", StatusReason.USER.wireName())
        .bind("id", id.value())
        .mapTo(UUID.class)
        .map(ProjectId::new)
        .list();
  }
}
