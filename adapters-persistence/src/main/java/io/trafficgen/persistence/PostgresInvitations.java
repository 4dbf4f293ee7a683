package io.trafficgen.persistence;

import io.trafficgen.application.port.Invitation;
import io.trafficgen.application.port.Invitations;
import io.trafficgen.domain.account.Account;
import io.trafficgen.domain.account.Email;
import io.trafficgen.domain.audit.AuditEntry;
import java.time.Instant;
import org.jdbi.v3.core.Handle;

/** {@link Invitations} in {@code invitations}. */
public final class PostgresInvitations implements Invitations {
  private final PostgresDatabase database;

  public PostgresInvitations(PostgresDatabase database) {
    this.database = database;
  }

  @Override
  public void add(Invitation invitation, AuditEntry entry) {
    database.run(handle -> {
      handle
          .createUpdate(
              """
              insert into invitations (hash, email, invited_by, expires_at)
              values (:hash, :email, :invitedBy, :expiresAt)
              """)
          .bind("hash", invitation.hash())
          .bind("email", invitation.email().map(Email::value))
          .bind("invitedBy", invitation.invitedBy().value())
          .bind("expiresAt", invitation.expiresAt())
          .execute();
      AuditRows.insert(handle, entry);
    });
  }

  @Override
  public Acceptance accept(String hash, Account account, Instant now) {
    return database.inTransaction(handle -> {
      if (!lock(handle, hash, account.email(), now)) {
        return Acceptance.NOT_GOOD;
      }
      if (!AccountRows.insert(handle, account)) {
        return Acceptance.EMAIL_TAKEN;
      }
      handle
          .createUpdate("update invitations set accepted_by = :account where hash = :hash")
          .bind("account", account.id().value())
          .bind("hash", hash)
          .execute();
      return Acceptance.ACCEPTED;
    });
  }

  private static boolean lock(Handle handle, String hash, Email email, Instant now) {
    return handle
        .createQuery(
            """
            select true from invitations
            where hash = :hash and accepted_by is null and expires_at > :now
              and (email is null or email = :email)
            for update
            """)
        .bind("hash", hash)
        .bind("email", email.value())
        .bind("now", now)
        .mapTo(Boolean.class)
        .findOne()
        .isPresent();
  }
}
