package io.trafficgen.application.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.trafficgen.application.Fixtures;
import io.trafficgen.application.port.Accounts;
import io.trafficgen.application.port.AuditLog;
import io.trafficgen.domain.Page;
import io.trafficgen.domain.PageRequest;
import io.trafficgen.domain.account.Account;
import io.trafficgen.domain.audit.Actor;
import io.trafficgen.domain.audit.AuditAction;
import io.trafficgen.domain.audit.AuditEntry;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every {@link AuditLog} keeps. */
public interface AuditLogContract {
  Accounts accounts();

  AuditLog auditLog();

  @Test
  default void keeps_entries_as_they_were_written_newest_first() {
    Account account = Fixtures.account();
    accounts().add(account);
    AuditEntry first = Fixtures.entry(account.id(), AuditAction.TOTP_ON);
    AuditEntry second =
        new AuditEntry(
            Fixtures.uuid(),
            first.at().plusMillis(1),
            new Actor(Optional.empty(), Optional.empty()),
            AuditAction.PASSWORD_RESET,
            "payment:1",
            "");
    auditLog().append(second);
    auditLog().append(first);

    Page<AuditEntry> newest = auditLog().list(new PageRequest(1, Optional.empty()));
    assertThat(newest.items()).containsExactly(second);
    assertThat(auditLog().list(new PageRequest(1, newest.next())).items()).containsExactly(first);
  }
}
