package io.trafficgen.application.contract;

import static io.trafficgen.application.Fixtures.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.trafficgen.application.Fixtures;
import io.trafficgen.application.port.AccountChanges.Result;
import io.trafficgen.application.port.MailedToken.Purpose;
import io.trafficgen.domain.account.Account;
import io.trafficgen.domain.account.AccountId;
import io.trafficgen.domain.account.PasswordHash;
import io.trafficgen.domain.account.Role;
import io.trafficgen.domain.audit.AuditAction;
import io.trafficgen.domain.audit.AuditEntry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every {@link io.trafficgen.application.port.MailedTokens} keeps. */
public interface MailedTokensContract extends AccountScene {
  Instant LATER = NOW.plus(Duration.ofHours(1));

  @Test
  default void a_token_confirms_an_email_once() {
    Account account = added();
    issue(account, "a1");
    assertThat(mailedTokens().find(Purpose.CONFIRM_EMAIL, "a1", NOW)).contains(account.id());

    Optional<Account> confirmed = mailedTokens().confirmEmail("a1", NOW);

    assertThat(confirmed).contains(stored(account));
    assertThat(confirmed.orElseThrow().hasConfirmedEmail()).isTrue();
    assertThat(accounts().findByConfirmedEmail(account.email())).isEqualTo(confirmed);
    assertThat(mailedTokens().confirmEmail("a1", NOW)).isEmpty();
  }

  @Test
  default void a_token_is_good_for_its_own_purpose_until_it_expires() {
    Account account = added();
    issue(account, "b1");
    assertThat(mailedTokens().find(Purpose.RESET_PASSWORD, "b1", NOW)).isEmpty();
    assertThat(reset("b1", NOW)).isEmpty();
    assertThat(mailedTokens().find(Purpose.CONFIRM_EMAIL, "b1", LATER)).isEmpty();
    assertThat(mailedTokens().confirmEmail("b1", LATER)).isEmpty();
    assertThat(stored(account)).isEqualTo(account);
  }

  @Test
  default void the_last_token_of_a_purpose_replaces_those_before() {
    Account account = added();
    issue(account, "c1");
    issue(account, Purpose.RESET_PASSWORD, "c2");
    issue(account, "c3");
    assertThat(mailedTokens().confirmEmail("c1", NOW)).isEmpty();
    assertThat(mailedTokens().find(Purpose.RESET_PASSWORD, "c2", NOW)).contains(account.id());
    assertThat(mailedTokens().confirmEmail("c3", NOW)).isPresent();
  }

  @Test
  default void a_reset_ends_sessions_and_revokes_the_key() {
    Account account = added();
    UUID session = signedIn(account);
    key(account, Optional.of("reset-key"));
    issue(account, Purpose.RESET_PASSWORD, "d1");
    AuditEntry entry = Fixtures.entry(account.id(), AuditAction.PASSWORD_RESET);

    assertThat(mailedTokens().resetPassword("d1", new PasswordHash("new"), NOW, id -> entry))
        .contains(account.id());

    assertThat(stored(account).passwordHash()).isEqualTo(new PasswordHash("new"));
    assertThat(sessions().account(session, NOW)).isEmpty();
    assertThat(accounts().findByApiKey("reset-key")).isEmpty();
    assertThat(log()).contains(entry);
    assertThat(reset("d1", NOW)).isEmpty();
  }

  @Test
  default void a_token_of_a_disabled_account_is_not_good() {
    Account account = added();
    issue(account, "e1");
    issue(account, Purpose.RESET_PASSWORD, "e2");
    assertThat(standing(account.id(), Optional.of(Role.USER), Optional.of(true)))
        .isEqualTo(Result.DONE);

    assertThat(mailedTokens().find(Purpose.RESET_PASSWORD, "e2", NOW)).isEmpty();
    assertThat(reset("e2", NOW)).isEmpty();
    assertThat(mailedTokens().confirmEmail("e1", NOW)).isEmpty();
  }

  @Test
  default void of_two_uses_at_once_one_counts() {
    Account account = added();
    issue(account, Purpose.RESET_PASSWORD, "f1");

    List<Optional<AccountId>> used = Together.collect(8, () -> List.of(reset("f1", NOW)), 1);

    assertThat(used.stream().flatMap(Optional::stream)).containsExactly(account.id());
  }

  private Optional<AccountId> reset(String hash, Instant now) {
    return mailedTokens()
        .resetPassword(
            hash,
            new PasswordHash("another"),
            now,
            id -> Fixtures.entry(id, AuditAction.PASSWORD_RESET));
  }
}
