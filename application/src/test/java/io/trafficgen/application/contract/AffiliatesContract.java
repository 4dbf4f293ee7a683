package io.trafficgen.application.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.trafficgen.application.Fixtures;
import io.trafficgen.application.port.AccountChanges;
import io.trafficgen.application.port.Affiliates;
import io.trafficgen.domain.account.Account;
import io.trafficgen.domain.account.AccountId;
import io.trafficgen.domain.account.AffiliateCode;
import io.trafficgen.domain.audit.AuditAction;
import io.trafficgen.domain.audit.AuditEntry;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every {@link Affiliates} keeps beside what {@link LedgerContract} says of its sums. */
public interface AffiliatesContract extends AffiliateScene {
  AccountChanges accountChanges();

  private Account known() {
    Account account = Fixtures.account();
    accounts().add(account);
    return account;
  }

  private boolean change(AccountId affiliate, AffiliateCode code) {
    AuditEntry entry = Fixtures.entry(affiliate, AuditAction.AFFILIATE_CODE_CHANGED);
    boolean changed = affiliates().changeCode(affiliate, code, entry);
    assertThat(auditLog().list(FIRST).items().contains(entry)).isEqualTo(changed);
    return changed;
  }

  @Test
  default void earlier_codes_keep_working() {
    Account affiliate = known();
    AffiliateCode second = AffiliateCode.parse("second" + affiliate.affiliateCode());
    AffiliateCode third = AffiliateCode.parse("third" + affiliate.affiliateCode());

    assertThat(change(affiliate.id(), second)).isTrue();
    assertThat(change(affiliate.id(), third)).isTrue();

    assertThat(affiliates().summary(affiliate.id()).code()).isEqualTo(third);
    for (AffiliateCode code : new AffiliateCode[] {affiliate.affiliateCode(), second, third}) {
      assertThat(accounts().findByAffiliateCode(code).map(Account::id)).contains(affiliate.id());
    }
  }

  @Test
  default void nobody_gets_a_code_that_somebody_has_or_had() {
    Account affiliate = known();
    AffiliateCode current = AffiliateCode.parse("current" + affiliate.affiliateCode());
    change(affiliate.id(), current);
    Account other = known();

    assertThat(change(other.id(), affiliate.affiliateCode())).isFalse();
    assertThat(change(other.id(), current)).isFalse();

    assertThat(affiliates().summary(other.id()).code()).isEqualTo(other.affiliateCode());
    assertThat(accounts().findByAffiliateCode(current).map(Account::id)).contains(affiliate.id());
  }

  @Test
  default void who_has_left_brings_nobody() {
    Account affiliate = known();
    accountChanges()
        .close(
            affiliate.id(),
            Fixtures.entry(affiliate.id(), AuditAction.ACCOUNT_CLOSED),
            project -> {});

    assertThat(accounts().findByAffiliateCode(affiliate.affiliateCode())).isEmpty();
  }

  @Test
  default void a_fresh_account_waits_for_its_money() {
    Account affiliate = known();
    assertThat(affiliates().summary(affiliate.id()).autoCredit()).isFalse();

    AuditEntry entry = Fixtures.entry(affiliate.id(), AuditAction.AUTO_CREDIT_CHANGED);
    affiliates().chooseAutoCredit(affiliate.id(), true, entry);

    assertThat(affiliates().summary(affiliate.id()).autoCredit()).isTrue();
    assertThat(auditLog().list(FIRST).items()).contains(entry);
    assertThat(Optional.of(standing(affiliate.id())))
        .contains("pending 0.00, approved 0.00, in payout 0.00, paid 0.00");
  }
}
