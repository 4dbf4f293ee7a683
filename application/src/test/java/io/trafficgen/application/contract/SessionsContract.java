package io.trafficgen.application.contract;

import static io.trafficgen.application.Fixtures.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.trafficgen.application.Fixtures;
import io.trafficgen.application.port.Accounts;
import io.trafficgen.application.port.AdminSecrets;
import io.trafficgen.application.port.AuditLog;
import io.trafficgen.application.port.Sessions;
import io.trafficgen.domain.PageRequest;
import io.trafficgen.domain.account.Account;
import io.trafficgen.domain.audit.AuditAction;
import io.trafficgen.domain.audit.AuditEntry;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every {@link Sessions} and {@link AdminSecrets} keeps. */
public interface SessionsContract {
  Duration HOUR = Duration.ofHours(1);

  Accounts accounts();

  Sessions sessions();

  AdminSecrets adminSecrets();

  AuditLog auditLog();

  @Test
  default void a_session_lives_until_it_expires_or_is_closed() {
    Account account = account();
    UUID session = opened(account, "a1");

    assertThat(sessions().account(session, NOW)).contains(account);
    assertThat(sessions().account(session, NOW.plus(HOUR))).isEmpty();

    sessions().close(session);
    assertThat(sessions().account(session, NOW)).isEmpty();
    assertThat(sessions().rotate("a1", "a2", NOW)).isEmpty();
  }

  @Test
  default void a_refresh_token_is_good_once_and_its_second_use_ends_the_session() {
    UUID session = opened(account(), "b1");

    assertThat(sessions().rotate("b1", "b2", NOW)).contains(session);
    assertThat(sessions().rotate("b2", "b3", NOW)).contains(session);
    assertThat(sessions().rotate("b1", "b4", NOW)).isEmpty();
    assertThat(sessions().account(session, NOW)).isEmpty();
    assertThat(sessions().rotate("b3", "b5", NOW)).isEmpty();
  }

  @Test
  default void an_expired_session_is_not_refreshed() {
    opened(account(), "c1");

    assertThat(sessions().rotate("c1", "c2", NOW.plus(HOUR))).isEmpty();
    assertThat(sessions().rotate("unknown", "c2", NOW)).isEmpty();
  }

  @Test
  default void sessions_that_are_over_are_forgotten_and_no_others() {
    UUID over = opened(account(), "d1", NOW.plus(HOUR));
    UUID live = opened(account(), "e1", NOW.plus(HOUR).plusMillis(1));

    sessions().forget(NOW.plus(HOUR));

    assertThat(sessions().account(over, NOW)).isEmpty();
    assertThat(sessions().account(live, NOW)).isPresent();
  }

  @Test
  default void the_first_secret_makes_one_admin() {
    Account first = account();
    Account second = account();
    AuditEntry right = claim(first);

    assertThat(adminSecrets().offer("right")).isTrue();
    assertThat(adminSecrets().offer("later")).isFalse();
    assertThat(adminSecrets().claim(first.id(), "later", claim(first))).isFalse();
    assertThat(adminSecrets().claim(first.id(), "right", right)).isTrue();
    assertThat(adminSecrets().claim(second.id(), "right", claim(second))).isFalse();
    assertThat(accounts().find(first.id()).orElseThrow().isAdmin()).isTrue();
    assertThat(accounts().find(second.id()).orElseThrow().isAdmin()).isFalse();
    assertThat(adminSecrets().offer("again")).isFalse();
    assertThat(auditLog().list(new PageRequest(10, Optional.empty())).items())
        .containsExactly(right);
  }

  private static AuditEntry claim(Account account) {
    return Fixtures.entry(account.id(), AuditAction.ADMIN_CLAIMED);
  }

  private Account account() {
    Account account = Fixtures.account();
    accounts().add(account);
    return account;
  }

  private UUID opened(Account account, String hash) {
    return opened(account, hash, NOW.plus(HOUR));
  }

  private UUID opened(Account account, String hash, Instant end) {
    UUID session = Fixtures.uuid();
    assertThat(sessions().open(session, account, hash, end)).isTrue();
    return session;
  }
}
