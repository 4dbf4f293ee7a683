package io.trafficgen.persistence;

import io.trafficgen.application.port.AdminSecrets;
import io.trafficgen.domain.account.AccountId;
import io.trafficgen.domain.audit.AuditEntry;

/** {@link AdminSecrets} in {@code admin_secrets}. */
public final class PostgresAdminSecrets implements AdminSecrets {
  private final PostgresDatabase database;

  public PostgresAdminSecrets(PostgresDatabase database) {
    this.database = database;
  }

  @Override
  public boolean offer(String hash) {
    return database.read(handle ->
        handle
                .createUpdate(
                    "insert into admin_secrets (hash) values (:hash) on conflict do nothing")
                .bind("hash", hash)
                .execute()
            == 1);
  }

  @Override
  public boolean claim(AccountId account, String hash, AuditEntry entry) {
    return database.inTransaction(handle -> {
      boolean right =
          handle
                  .createUpdate(
                      """
                      update admin_secrets set claimed_by = :account, claimed_at = now()
                      where hash = :hash and claimed_by is null
                      """)
                  .bind("account", account.value())
                  .bind("hash", hash)
                  .execute()
              == 1;
      if (right) {
        handle
            .createUpdate("update users set role = 'admin' where id = :account")
            .bind("account", account.value())
            .execute();
        AuditRows.insert(handle, entry);
      }
      return right;
    });
  }
}
