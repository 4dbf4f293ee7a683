package io.trafficgen.domain.billing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.trafficgen.domain.account.AccountId;
import io.trafficgen.domain.affiliate.CommissionRule;
import io.trafficgen.domain.affiliate.Earning;
import io.trafficgen.domain.money.Money;
import io.trafficgen.domain.pricing.PricingCurve;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class DepositTest {
  private final AccountId payer = new AccountId(new UUID(0, 1));
  private final AccountId affiliate = new AccountId(new UUID(0, 2));

  private Deposit deposit(Optional<AccountId> referrer, String debt) {
    SplittableRandom random = new SplittableRandom(1);
    return Deposit.of(
        new UUID(0, 3),
        new Payment("standard", "pay_1", Money.parse("500.00")),
        LedgerAccount.clearing("standard"),
        new Wallet(
            payer,
            referrer,
            Optional.empty(),
            Money.ZERO,
            debt.isEmpty() ? Money.ZERO : Money.parse(debt),
            List.of()),
        PricingCurve.standard(),
        CommissionRule.standard(),
        () -> new UUID(random.nextLong(), random.nextLong()),
        Instant.EPOCH);
  }

  @Test
  void becomes_a_lot_at_its_own_tier_and_a_credit_of_the_same_amount() {
    Posting posting = deposit(Optional.empty(), "").posting();
    assertThat(posting.opened()).singleElement().returns(1_250_000L, Lot::affordableVisits);
    assertThat(posting.statement())
        .singleElement()
        .returns(Money.parse("500.00"), Transaction::amount);
    assertThat(posting.earnings()).isEmpty();
    assertThat(posting.journals()).hasSize(1);
    assertThat(posting.funds(payer)).hasToString("500.00");
  }

  @Test
  void gives_the_referrer_a_fifth() {
    Deposit deposit = deposit(Optional.of(affiliate), "");
    Earning earning = deposit.posting().earnings().get(0);
    assertThat(earning.amount()).hasToString("100.00");
    assertThat(earning.transaction()).isEqualTo(deposit.transaction());
    assertThat(deposit.posting().journals().get(1).entries())
        .contains(new Entry(LedgerAccount.affiliatePayable(affiliate), Money.parse("100.00")));
  }

  @Test
  void pays_a_debt_first_and_leaves_the_rest_at_the_tier_of_the_whole() {
    Posting posting = deposit(Optional.empty(), "499.00").posting();
    assertThat(posting.debt()).hasToString("-499.00");
    assertThat(posting.opened())
        .singleElement()
        .returns(Money.parse("1.00"), Lot::remaining)
        .returns(Money.ofMicros(400), Lot::pricePerVisit);
    assertThat(posting.funds(payer)).hasToString("500.00");
    assertThat(deposit(Optional.empty(), "700.00").posting().debt()).hasToString("-500.00");
  }

  @Test
  void a_journal_that_does_not_sum_to_zero_cannot_be_built() {
    Entry lonely = new Entry(LedgerAccount.VISIT_REVENUE, Money.CENT);
    assertThatThrownBy(() -> new Journal("x", Optional.empty(), List.of(lonely)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void commission_rounds_half_up_to_the_cent() {
    CommissionRule rule = CommissionRule.standard();
    assertThat(rule.of(Money.parse("0.02"))).isEqualTo(Money.ZERO);
    assertThat(rule.of(Money.parse("0.03"))).hasToString("0.01");
    assertThat(rule.of(Money.parse("99.99"))).hasToString("20.00");
  }
}
