package io.trafficgen.persistence;

import io.trafficgen.application.port.SecondFactor;
import io.trafficgen.application.port.SecondFactors;
import io.trafficgen.domain.account.AccountId;
import io.trafficgen.domain.account.TotpSecret;
import io.trafficgen.domain.audit.AuditEntry;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;

/** {@link SecondFactors} in {@code users}, sealed. */
public final class PostgresSecondFactors implements SecondFactors {
  private final PostgresDatabase database;
  private final SealedSecrets seal;

  public PostgresSecondFactors(PostgresDatabase database, SealedSecrets seal) {
    this.database = database;
    this.seal = seal;
  }

  @Override
  public boolean offer(AccountId account, TotpSecret secret) {
    return database.read(handle ->
        changed(
            handle
                .createUpdate(
                    """
                    update users set totp_secret = :sealed, totp_step = 0
                    where id = :id and not totp_on and not disabled
                    """)
                .bind("sealed", seal.seal(secret.bytes(), account.toString())),
            account));
  }

  @Override
  public Optional<SecondFactor> find(AccountId account) {
    return database.read(handle ->
        handle
            .createQuery(
                """
                select totp_secret, totp_on, totp_step from users
                where id = :id and totp_secret is not null
                """)
            .bind("id", account.value())
            .map((row, context) ->
                new SecondFactor(
                    new TotpSecret(seal.open(row.getBytes("totp_secret"), account.toString())),
                    row.getBoolean("totp_on"),
                    row.getLong("totp_step")))
            .findOne());
  }

  @Override
  public boolean use(AccountId account, long step) {
    return database.read(handle ->
        changed(
            handle
                .createUpdate(
                    """
                    update users set totp_step = :step
                    where id = :id and totp_on and totp_step < :step
                    """)
                .bind("step", step),
            account));
  }

  @Override
  public boolean turnOn(AccountId account, long step, AuditEntry entry) {
    return database.inTransaction(handle ->
        entered(
            handle,
            changed(
                handle
                    .createUpdate(
                        """
                        update users set totp_on = true, totp_step = :step
                        where id = :id and not totp_on and totp_secret is not null
                          and totp_step < :step
                        """)
                    .bind("step", step),
                account),
            entry));
  }

  @Override
  public boolean turnOff(AccountId account, long step, AuditEntry entry) {
    return database.inTransaction(handle ->
        entered(
            handle,
            changed(
                handle
                    .createUpdate(
                        """
                        update users set totp_on = false, totp_secret = null, totp_step = 0
                        where id = :id and totp_on and totp_step < :step
                        """)
                    .bind("step", step),
                account),
            entry));
  }

  private static boolean changed(Update update, AccountId account) {
    return update.bind("id", account.value()).execute() == 1;
  }

  private static boolean entered(Handle handle, boolean changed, AuditEntry entry) {
    if (changed) {
      AuditRows.insert(handle, entry);
    }
    return changed;
  }
}
