package io.trafficgen.application.contract;

import static io.trafficgen.application.Fixtures.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.trafficgen.application.Fixtures;
import io.trafficgen.application.port.AccountChanges.Result;
import io.trafficgen.application.port.Projects;
import io.trafficgen.domain.account.Account;
import io.trafficgen.domain.account.AccountId;
import io.trafficgen.domain.account.ContactDetails;
import io.trafficgen.domain.account.Email;
import io.trafficgen.domain.account.PasswordHash;
import io.trafficgen.domain.account.Role;
import io.trafficgen.domain.audit.AuditAction;
import io.trafficgen.domain.audit.AuditEntry;
import io.trafficgen.domain.project.Project;
import io.trafficgen.domain.project.ProjectId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every {@link io.trafficgen.application.port.AccountChanges} keeps. */
public interface AccountChangesContract extends AccountScene {
  Projects projects();

  @Test
  default void changes_contact_details_and_keeps_the_rest() {
    Account account = added();
    UUID session = signedIn(account);
    ContactDetails contact = ContactDetails.named(Optional.of("Ada"));

    assertThat(change(account.id(), old -> contact, Optional.empty(), Optional.empty()))
        .isEqualTo(Result.DONE);

    assertThat(stored(account).contact()).isEqualTo(contact);
    assertThat(stored(account).passwordHash()).isEqualTo(account.passwordHash());
    assertThat(sessions().account(session, NOW)).isPresent();
  }

  @Test
  default void a_new_email_has_to_be_confirmed_and_frees_the_old_one() {
    Account account = added();
    confirmEmail(account);
    Email email = Fixtures.account().email();
    issue(account, "old-mail");

    assertThat(change(account.id(), old -> old, Optional.of(email), Optional.empty()))
        .isEqualTo(Result.DONE);

    assertThat(accounts().findByEmail(account.email())).isEmpty();
    assertThat(accounts().findByEmail(email).map(Account::id)).contains(account.id());
    assertThat(accounts().findByConfirmedEmail(email)).isEmpty();
    assertThat(mailedTokens().confirmEmail("old-mail", NOW)).isEmpty();
  }

  @Test
  default void an_email_that_another_account_has_changes_nothing() {
    Account account = added();
    Account other = added();
    AuditEntry entry = Fixtures.entry(account.id(), AuditAction.EMAIL_CHANGED);

    assertThat(
            accountChanges()
                .change(
                    account.id(),
                    profile(
                        account,
                        old -> ContactDetails.named(Optional.empty()),
                        Optional.of(other.email()),
                        Optional.empty()),
                    List.of(entry)))
        .isEqualTo(Result.EMAIL_TAKEN);

    assertThat(stored(account)).isEqualTo(account);
    assertThat(log()).doesNotContain(entry);
  }

  @Test
  default void a_new_password_ends_all_sessions_and_keeps_the_key() {
    Account account = added();
    UUID session = signedIn(account);
    key(account, Optional.of("kept" + account.id()));

    assertThat(
            change(
                account.id(), old -> old, Optional.empty(), Optional.of(new PasswordHash("new"))))
        .isEqualTo(Result.DONE);

    assertThat(stored(account).passwordHash()).isEqualTo(new PasswordHash("new"));
    assertThat(sessions().account(session, NOW)).isEmpty();
    assertThat(accounts().findByApiKey("kept" + account.id())).isPresent();
  }

  @Test
  default void an_api_key_replaces_the_one_before_until_it_is_revoked() {
    Account account = added();
    key(account, Optional.of("first" + account.id()));
    assertThat(accounts().findByApiKey("first" + account.id())).contains(account);
    key(account, Optional.of("second" + account.id()));
    assertThat(accounts().findByApiKey("first" + account.id())).isEmpty();
    assertThat(accounts().findByApiKey("second" + account.id())).contains(account);

    AuditEntry revoked = key(account, Optional.empty());
    assertThat(accounts().findByApiKey("second" + account.id())).isEmpty();
    assertThat(log()).contains(revoked).doesNotContain(key(account, Optional.empty()));
  }

  @Test
  default void disabling_ends_sessions_and_key_and_an_admin_is_always_left() {
    Account first = added();
    Account second = added();
    promoteOnly(List.of(first.id()));
    assertThat(standing(first.id(), Optional.of(Role.USER), Optional.empty()))
        .isEqualTo(Result.LAST_ADMIN);
    assertThat(standing(first.id(), Optional.empty(), Optional.of(true)))
        .isEqualTo(Result.LAST_ADMIN);
    assertThat(close(first, new ArrayList<>())).isEqualTo(Result.LAST_ADMIN);
    assertThat(stored(first).isAdmin()).isTrue();

    standing(second.id(), Optional.of(Role.ADMIN), Optional.empty());
    UUID session = signedIn(first);
    key(first, Optional.of("gone" + first.id()));
    assertThat(standing(first.id(), Optional.empty(), Optional.of(true))).isEqualTo(Result.DONE);

    assertThat(stored(first).isDisabled()).isTrue();
    assertThat(stored(first).role()).isEqualTo(Role.ADMIN);
    assertThat(sessions().account(session, NOW)).isEmpty();
    assertThat(standing(second.id(), Optional.of(Role.USER), Optional.empty()))
        .isEqualTo(Result.LAST_ADMIN);
    assertThat(standing(first.id(), Optional.empty(), Optional.of(false))).isEqualTo(Result.DONE);
    assertThat(sessions().account(session, NOW)).isEmpty();
    assertThat(accounts().findByApiKey("gone" + first.id())).isEmpty();
    assertThat(standing(second.id(), Optional.of(Role.USER), Optional.empty()))
        .isEqualTo(Result.DONE);
  }

  @Test
  default void of_two_admins_who_leave_at_once_one_stays() {
    List<AccountId> admins = List.of(added().id(), added().id());
    promoteOnly(admins);
    List<AccountId> leaving = Collections.synchronizedList(new ArrayList<>(admins));

    List<Result> results =
        Together.collect(
            2,
            () ->
                List.of(standing(leaving.removeFirst(), Optional.of(Role.USER), Optional.empty())),
            1);

    assertThat(results).containsExactlyInAnyOrder(Result.DONE, Result.LAST_ADMIN);
  }

  @Test
  default void a_closed_account_leaves_its_identity_only() {
    Account account = added();
    UUID session = signedIn(account);
    key(account, Optional.of("closed" + account.id()));
    issue(account, "mail" + account.id());
    Project active = Fixtures.project(account.id());
    Project idle = Fixtures.project(account.id());
    projects().add(active);
    projects().add(idle);
    projects().start(account.id(), active.id(), NOW);
    List<ProjectId> stopped = new ArrayList<>();

    assertThat(close(account, stopped)).isEqualTo(Result.DONE);

    assertThat(stopped).containsExactly(active.id());
    Project ended = projects().find(account.id(), active.id()).orElseThrow();
    assertThat(ended.isActive()).isFalse();
    assertThat(ended.epoch()).isGreaterThan(active.epoch() + 1);
    assertThat(sessions().account(session, NOW)).isEmpty();
    assertThat(accounts().findByApiKey("closed" + account.id())).isEmpty();
    assertThat(mailedTokens().confirmEmail("mail" + account.id(), NOW)).isEmpty();
    Account left = stored(account);
    assertThat(left.isDisabled()).isTrue();
    assertThat(left.contact()).isEqualTo(ContactDetails.named(Optional.empty()));
    assertThat(left.toString()).doesNotContain(account.email().value());
    assertThat(accounts().list(all()).items()).doesNotContain(left);
    assertThat(close(account, stopped)).isEqualTo(Result.ABSENT);
    assertThat(standing(account.id(), Optional.empty(), Optional.of(false)))
        .isEqualTo(Result.ABSENT);
    assertThat(change(account.id(), old -> old, Optional.empty(), Optional.empty()))
        .isEqualTo(Result.ABSENT);
    assertThat(accounts().add(Fixtures.accountOf(account.email()))).isTrue();
  }
}
