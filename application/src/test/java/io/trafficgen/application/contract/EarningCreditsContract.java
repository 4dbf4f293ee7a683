package io.trafficgen.application.contract;

import static io.trafficgen.application.Fixtures.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.trafficgen.application.Fixtures;
import io.trafficgen.application.port.EarningCredit;
import io.trafficgen.application.port.Earnings;
import io.trafficgen.domain.account.AccountId;
import io.trafficgen.domain.affiliate.EarningTotal;
import io.trafficgen.domain.billing.Bonus;
import io.trafficgen.domain.billing.LedgerAccount;
import io.trafficgen.domain.billing.LotKind;
import io.trafficgen.domain.billing.Transaction;
import io.trafficgen.domain.billing.TransactionType;
import io.trafficgen.domain.billing.Wallet;
import io.trafficgen.domain.money.Money;
import io.trafficgen.domain.pricing.PricingCurve;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What every {@link Earnings} keeps of earnings that become a bonus at once (3.4). */
public interface EarningCreditsContract extends AffiliateScene {
  /** Fails unless the invariants of the billing page, 3.5, hold now. */
  @AfterEach
  void checkInvariants();

  /** An affiliate who wants earnings at once. */
  private AccountId impatient() {
    AccountId affiliate = affiliate();
    affiliates().chooseAutoCredit(affiliate, true, entry(affiliate));
    return affiliate;
  }

  private boolean credit(AccountId affiliate) {
    return earnings().credit(affiliate, this::bonus);
  }

  private Optional<EarningCredit> bonus(Wallet wallet, EarningTotal total) {
    return total.amount().isPositive()
        ? Optional.of(
            new EarningCredit(
                Bonus.of(
                    wallet,
                    total.amount(),
                    LedgerAccount.affiliatePayable(wallet.account()),
                    "Commission",
                    PricingCurve.standard(),
                    Fixtures::uuid,
                    NOW),
                entry(wallet.account())))
        : Optional.empty();
  }

  @Test
  default void earnings_become_a_bonus_lot_and_are_paid() {
    AccountId affiliate = impatient();
    AccountId payer = referred(affiliate);
    paid(payer, "500.00");
    earnings().approve(MATURE);
    refund(paid(payer, "100.00"), "50.00");

    assertThat(earnings().creditable()).contains(affiliate);
    assertThat(credit(affiliate)).isTrue();

    assertThat(earnings().creditable()).doesNotContain(affiliate);
    assertThat(standing(affiliate))
        .isEqualTo("pending 0.00, approved 0.00, in payout 0.00, paid 110.00");
    assertThat(ledger().balance(affiliate).balance()).isEqualTo(Money.parse("110.00"));
    assertThat(ledger().balance(affiliate).lots().getFirst().kind()).isEqualTo(LotKind.BONUS);
    Transaction row = ledger().transactions(affiliate, FIRST).items().getFirst();
    assertThat(row.type()).isEqualTo(TransactionType.BONUS);
    assertThat(row.amount()).isEqualTo(Money.parse("110.00"));
    assertThat(earnings().list(Optional.empty(), Optional.empty(), FIRST).items())
        .filteredOn(tracked -> tracked.earning().referrer().equals(affiliate))
        .hasSize(3)
        .allMatch(tracked -> tracked.credit().equals(Optional.of(row.id())));
  }

  @Test
  default void of_a_hundred_attempts_from_eight_threads_one_credits() {
    AccountId affiliate = impatient();
    paid(referred(affiliate), "500.00");

    List<Boolean> credited = Together.collect(8, () -> List.of(credit(affiliate)), 13);

    assertThat(credited).hasSize(104).containsOnlyOnce(true);
    assertThat(ledger().balance(affiliate).balance()).isEqualTo(Money.parse("100.00"));
  }

  @Test
  default void what_went_back_after_it_was_credited_is_netted_next() {
    AccountId affiliate = impatient();
    AccountId payer = referred(affiliate);
    UUID payment = paid(payer, "500.00");
    credit(affiliate);

    refund(payment, "500.00");
    assertThat(earnings().creditable()).doesNotContain(affiliate);
    assertThat(credit(affiliate)).isFalse();
    paid(payer, "600.00");
    assertThat(credit(affiliate)).isTrue();

    assertThat(ledger().balance(affiliate).balance()).isEqualTo(Money.parse("120.00"));
  }

  @Test
  default void who_does_not_want_it_keeps_the_earnings() {
    AccountId patient = affiliate();
    paid(referred(patient), "500.00");
    AccountId fickle = impatient();
    paid(referred(fickle), "500.00");
    affiliates().chooseAutoCredit(fickle, false, entry(fickle));

    assertThat(earnings().creditable()).doesNotContain(patient, fickle);
    assertThat(credit(patient)).isFalse();
    assertThat(credit(fickle)).isFalse();

    assertThat(affiliates().summary(fickle).pending()).isEqualTo(Money.parse("100.00"));
    assertThat(affiliates().summary(fickle).autoCredit()).isFalse();
  }
}
