package io.trafficgen.application.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.trafficgen.application.Fixtures;
import io.trafficgen.application.port.Accounts;
import io.trafficgen.application.port.AuditLog;
import io.trafficgen.application.port.SecondFactor;
import io.trafficgen.application.port.SecondFactors;
import io.trafficgen.domain.PageRequest;
import io.trafficgen.domain.account.Account;
import io.trafficgen.domain.account.TotpSecret;
import io.trafficgen.domain.audit.AuditAction;
import io.trafficgen.domain.audit.AuditEntry;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What every {@link SecondFactors} keeps. */
public interface SecondFactorsContract {
  Accounts accounts();

  SecondFactors secondFactors();

  AuditLog auditLog();

  @Test
  default void an_offered_factor_is_on_once_a_step_of_it_was_used() {
    Account account = added();
    assertThat(secondFactors().find(account.id())).isEmpty();
    secondFactors().offer(account.id(), secret(1));
    assertThat(secondFactors().offer(account.id(), secret(2))).isTrue();
    SecondFactor offered = secondFactors().find(account.id()).orElseThrow();
    assertThat(offered.secret().text()).isEqualTo(secret(2).text());
    assertThat(offered.on()).isFalse();
    assertThat(hasSecondFactor(account)).isFalse();
    assertThat(secondFactors().use(account.id(), 5)).isFalse();

    AuditEntry entry = Fixtures.entry(account.id(), AuditAction.TOTP_ON);
    assertThat(secondFactors().turnOn(account.id(), 5, entry)).isTrue();

    SecondFactor on = secondFactors().find(account.id()).orElseThrow();
    assertThat(on.on()).isTrue();
    assertThat(on.lastStep()).isEqualTo(5);
    assertThat(hasSecondFactor(account)).isTrue();
    assertThat(log()).contains(entry);
    assertThat(secondFactors().offer(account.id(), secret(3))).isFalse();
    assertThat(secondFactors().turnOn(account.id(), 6, entry)).isFalse();
  }

  @Test
  default void a_step_is_good_once_and_none_before_it() {
    Account account = withFactor();
    assertThat(secondFactors().use(account.id(), 7)).isTrue();
    assertThat(secondFactors().use(account.id(), 7)).isFalse();
    assertThat(secondFactors().use(account.id(), 6)).isFalse();
    assertThat(secondFactors().use(account.id(), 8)).isTrue();
  }

  @Test
  default void of_eight_uses_at_once_one_counts() {
    Account account = withFactor();
    List<Boolean> used =
        Together.collect(8, () -> List.of(secondFactors().use(account.id(), 7)), 1);
    assertThat(used).filteredOn(right -> right).hasSize(1);
  }

  @Test
  default void a_factor_that_was_turned_off_is_forgotten() {
    Account account = withFactor();
    AuditEntry entry = Fixtures.entry(account.id(), AuditAction.TOTP_OFF);
    assertThat(secondFactors().turnOff(account.id(), 5, entry)).isFalse();
    assertThat(log()).doesNotContain(entry);
    assertThat(secondFactors().turnOff(account.id(), 6, entry)).isTrue();

    assertThat(secondFactors().find(account.id())).isEmpty();
    assertThat(hasSecondFactor(account)).isFalse();
    assertThat(log()).contains(entry);
  }

  private static TotpSecret secret(int seed) {
    return TotpSecret.random(new Random(seed));
  }

  private boolean hasSecondFactor(Account account) {
    return accounts().find(account.id()).orElseThrow().hasSecondFactor();
  }

  private List<AuditEntry> log() {
    return auditLog().list(new PageRequest(100, Optional.empty())).items();
  }

  private Account added() {
    Account account = Fixtures.account();
    assertThat(accounts().add(account)).isTrue();
    return account;
  }

  /** An account whose step 5 was used. */
  private Account withFactor() {
    Account account = added();
    secondFactors().offer(account.id(), secret(1));
    AuditEntry entry = Fixtures.entry(account.id(), AuditAction.TOTP_ON);
    assertThat(secondFactors().turnOn(account.id(), 5, entry)).isTrue();
    return account;
  }
}
