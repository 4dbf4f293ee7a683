package io.trafficgen.application.contract;

import static io.trafficgen.application.Fixtures.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.trafficgen.application.Fixtures;
import io.trafficgen.application.port.Accounts;
import io.trafficgen.application.port.AuditLog;
import io.trafficgen.application.port.Invitation;
import io.trafficgen.application.port.Invitations;
import io.trafficgen.application.port.Invitations.Acceptance;
import io.trafficgen.domain.PageRequest;
import io.trafficgen.domain.account.Account;
import io.trafficgen.domain.account.Email;
import io.trafficgen.domain.audit.AuditAction;
import io.trafficgen.domain.audit.AuditEntry;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every {@link Invitations} keeps. */
public interface InvitationsContract {
  Accounts accounts();

  Invitations invitations();

  AuditLog auditLog();

  @Test
  default void an_invitation_lets_one_account_in() {
    AuditEntry entry = invite("a1", Optional.empty());
    Account first = Fixtures.account();

    assertThat(invitations().accept("a1", first, NOW)).isEqualTo(Acceptance.ACCEPTED);

    assertThat(accounts().find(first.id())).contains(first);
    assertThat(invitations().accept("a1", Fixtures.account(), NOW)).isEqualTo(Acceptance.NOT_GOOD);
    assertThat(auditLog().list(new PageRequest(100, Optional.empty())).items()).contains(entry);
  }

  @Test
  default void unknown_and_old_invitations_let_nobody_in() {
    invite("b1", Optional.empty());
    Account account = Fixtures.account();
    assertThat(invitations().accept("b2", account, NOW)).isEqualTo(Acceptance.NOT_GOOD);
    assertThat(invitations().accept("b1", account, NOW.plus(Duration.ofDays(7))))
        .isEqualTo(Acceptance.NOT_GOOD);
    assertThat(accounts().find(account.id())).isEmpty();
  }

  @Test
  default void an_invitation_for_an_email_is_for_nobody_else() {
    Account account = Fixtures.account();
    invite("c1", Optional.of(account.email()));
    assertThat(invitations().accept("c1", Fixtures.account(), NOW)).isEqualTo(Acceptance.NOT_GOOD);
    assertThat(invitations().accept("c1", account, NOW)).isEqualTo(Acceptance.ACCEPTED);
  }

  @Test
  default void a_taken_email_leaves_the_invitation_good() {
    Account there = Fixtures.account();
    accounts().add(there);
    invite("d1", Optional.empty());
    assertThat(invitations().accept("d1", Fixtures.accountOf(there.email()), NOW))
        .isEqualTo(Acceptance.EMAIL_TAKEN);
    assertThat(invitations().accept("d1", Fixtures.account(), NOW)).isEqualTo(Acceptance.ACCEPTED);
  }

  @Test
  default void of_eight_who_come_at_once_one_is_let_in() {
    invite("e1", Optional.empty());
    List<Acceptance> results =
        Together.collect(8, () -> List.of(invitations().accept("e1", Fixtures.account(), NOW)), 1);
    assertThat(results).filteredOn(Acceptance.ACCEPTED::equals).hasSize(1);
    assertThat(results).filteredOn(Acceptance.NOT_GOOD::equals).hasSize(7);
  }

  private AuditEntry invite(String hash, Optional<Email> email) {
    Account admin = Fixtures.account();
    accounts().add(admin);
    AuditEntry entry = Fixtures.entry(admin.id(), AuditAction.INVITATION_MADE);
    invitations().add(new Invitation(hash, email, admin.id(), NOW.plus(Duration.ofDays(7))), entry);
    return entry;
  }
}
