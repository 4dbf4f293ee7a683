package io.trafficgen.application.contract;

import static io.trafficgen.application.Fixtures.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.trafficgen.application.Fixtures;
import io.trafficgen.application.port.AccountChanges;
import io.trafficgen.application.port.AccountChanges.Result;
import io.trafficgen.application.port.Accounts;
import io.trafficgen.application.port.AuditLog;
import io.trafficgen.application.port.MailedToken;
import io.trafficgen.application.port.MailedToken.Purpose;
import io.trafficgen.application.port.MailedTokens;
import io.trafficgen.application.port.ProfileChange;
import io.trafficgen.application.port.Sessions;
import io.trafficgen.domain.PageRequest;
import io.trafficgen.domain.account.Account;
import io.trafficgen.domain.account.AccountId;
import io.trafficgen.domain.account.ContactDetails;
import io.trafficgen.domain.account.Email;
import io.trafficgen.domain.account.PasswordHash;
import io.trafficgen.domain.account.Role;
import io.trafficgen.domain.audit.AuditAction;
import io.trafficgen.domain.audit.AuditEntry;
import io.trafficgen.domain.project.ProjectId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** What the contracts around accounts do again and again. */
interface AccountScene {
  Accounts accounts();

  AccountChanges accountChanges();

  Sessions sessions();

  MailedTokens mailedTokens();

  AuditLog auditLog();

  default Account added() {
    Account account = Fixtures.account();
    assertThat(accounts().add(account)).isTrue();
    return account;
  }

  default Account stored(Account account) {
    return accounts().find(account.id()).orElseThrow();
  }

  default UUID signedIn(Account account) {
    UUID session = Fixtures.uuid();
    Instant end = NOW.plus(Duration.ofHours(1));
    assertThat(sessions().open(session, stored(account), "refresh" + session, end)).isTrue();
    return session;
  }

  default PageRequest all() {
    return new PageRequest(100, Optional.empty());
  }

  default List<AuditEntry> log() {
    return auditLog().list(all()).items();
  }

  /** A token that confirms the e-mail within an hour. */
  default void issue(Account account, String hash) {
    issue(account, Purpose.CONFIRM_EMAIL, hash);
  }

  default void issue(Account account, Purpose purpose, String hash) {
    mailedTokens()
        .issue(
            new MailedToken(
                hash, purpose, account.id(), account.email(), NOW.plus(Duration.ofHours(1))));
  }

  default void confirmEmail(Account account) {
    issue(account, "confirms" + account.id());
    assertThat(mailedTokens().confirmEmail("confirms" + account.id(), NOW)).isPresent();
  }

  /** A change by who showed the password that the account had as it is given. */
  default ProfileChange profile(
      Account account,
      UnaryOperator<ContactDetails> contact,
      Optional<Email> email,
      Optional<PasswordHash> password) {
    return new ProfileChange(contact, email, password, account.passwordHash());
  }

  default Result change(
      AccountId id,
      UnaryOperator<ContactDetails> contact,
      Optional<Email> email,
      Optional<PasswordHash> password) {
    AuditEntry entry = Fixtures.entry(id, AuditAction.PASSWORD_CHANGED);
    Account account = accounts().find(id).orElseThrow();
    Result result =
        accountChanges().change(id, profile(account, contact, email, password), List.of(entry));
    assertThat(log().contains(entry)).isEqualTo(result == Result.DONE);
    return result;
  }

  default AuditEntry key(Account account, Optional<String> hash) {
    AuditEntry entry = Fixtures.entry(account.id(), AuditAction.API_KEY_MADE);
    accountChanges().changeApiKey(account.id(), hash, entry);
    return entry;
  }

  default Result standing(AccountId id, Optional<Role> role, Optional<Boolean> disabled) {
    return standing(id, role, disabled, new ArrayList<>());
  }

  default Result standing(
      AccountId id, Optional<Role> role, Optional<Boolean> disabled, List<ProjectId> stopped) {
    AuditEntry entry = Fixtures.entry(id, AuditAction.ROLE_CHANGED);
    Result result =
        accountChanges()
            .changeStanding(
                id,
                role,
                disabled,
                before -> {
                  assertThat(before.id()).isEqualTo(id);
                  return List.of(entry);
                },
                stopped::add);
    assertThat(log().contains(entry)).isEqualTo(result == Result.DONE);
    return result;
  }

  /** Makes these admins, and whoever else is one a user again. */
  default void promoteOnly(List<AccountId> admins) {
    for (AccountId id : admins) {
      assertThat(standing(id, Optional.of(Role.ADMIN), Optional.empty())).isEqualTo(Result.DONE);
    }
    accounts().list(all()).items().stream()
        .filter(account -> account.isAdmin() && !admins.contains(account.id()))
        .forEach(account -> standing(account.id(), Optional.of(Role.USER), Optional.empty()));
  }

  default Result close(Account account, List<ProjectId> stopped) {
    AuditEntry entry = Fixtures.entry(account.id(), AuditAction.ACCOUNT_CLOSED);
    Result result = accountChanges().close(account.id(), entry, stopped::add);
    assertThat(log().contains(entry)).isEqualTo(result == Result.DONE);
    return result;
  }
}
