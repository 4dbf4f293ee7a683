package io.trafficgen.application.contract;

import static io.trafficgen.domain.affiliate.PayoutStatus.APPROVED;
import static io.trafficgen.domain.affiliate.PayoutStatus.CANCELLED;
import static io.trafficgen.domain.affiliate.PayoutStatus.FAILED;
import static io.trafficgen.domain.affiliate.PayoutStatus.PAID;
import static io.trafficgen.domain.affiliate.PayoutStatus.PROCESSING;
import static io.trafficgen.domain.affiliate.PayoutStatus.REJECTED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.trafficgen.application.Fixtures;
import io.trafficgen.application.port.Payouts;
import io.trafficgen.domain.account.AccountId;
import io.trafficgen.domain.affiliate.Payout;
import io.trafficgen.domain.affiliate.PayoutStatus;
import io.trafficgen.domain.billing.Entry;
import io.trafficgen.domain.billing.LedgerAccount;
import io.trafficgen.domain.money.Money;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What every {@link Payouts} keeps (billing page, 3.4 and I10). */
public interface PayoutsContract extends AffiliateScene {
  /** Fails unless the invariants of the billing page, 3.5, hold now. */
  @AfterEach
  void checkInvariants();

  @Test
  default void takes_all_that_is_approved_with_what_was_taken_back() {
    AccountId affiliate = affiliate();
    AccountId payer = referred(affiliate);
    paid(payer, "500.00");
    refund(paid(payer, "500.00"), "200.00");
    earnings().approve(MATURE);
    paid(payer, "70.00");

    Payout payout = request(affiliate);

    assertThat(payout.amount()).isEqualTo(Money.parse("160.00"));
    assertThat(payout.earnings()).isEqualTo(3);
    assertThat(payouts().find(payout.id())).contains(payout);
    assertThat(payouts().list(affiliate, FIRST).items()).containsExactly(payout);
    assertThat(standing(affiliate))
        .isEqualTo("pending 14.00, approved 0.00, in payout 160.00, paid 0.00");
    assertThat(auditLog().list(FIRST).items().getFirst().subject())
        .isEqualTo("account:" + affiliate);
  }

  @Test
  default void of_a_hundred_requests_from_eight_threads_one_gets_the_earnings() {
    AccountId affiliate = earned("500.00");

    List<Boolean> got = Together.collect(8, () -> List.of(gets(affiliate)), 13);

    assertThat(got).hasSize(104).containsOnlyOnce(true);
    assertThat(payouts().list(affiliate, FIRST).items()).hasSize(1);
  }

  private boolean gets(AccountId affiliate) {
    try {
      return request(affiliate).amount().equals(Money.parse("100.00"));
    } catch (TooLittleException nothingLeft) {
      return false;
    }
  }

  @Test
  default void too_little_stays_as_it_is() {
    AccountId affiliate = earned("249.00");

    assertThatThrownBy(() -> request(affiliate)).isInstanceOf(TooLittleException.class);

    assertThat(payouts().list(affiliate, FIRST).items()).isEmpty();
    assertThat(standing(affiliate))
        .isEqualTo("pending 0.00, approved 49.80, in payout 0.00, paid 0.00");
  }

  @Test
  default void what_is_rejected_or_cancelled_can_be_asked_for_again() {
    AccountId affiliate = earned("500.00");

    move(request(affiliate), APPROVED, REJECTED);
    Payout second = move(request(affiliate), CANCELLED);

    assertThat(second.note()).contains("why");
    assertThat(standing(affiliate))
        .isEqualTo("pending 0.00, approved 100.00, in payout 0.00, paid 0.00");
    assertThat(payouts().list(affiliate, FIRST).items())
        .extracting(Payout::status)
        .containsExactlyInAnyOrder(REJECTED, CANCELLED);
  }

  @Test
  default void what_is_paid_has_left_the_ledger_and_is_netted_when_it_goes_back() {
    AccountId affiliate = affiliate();
    AccountId payer = referred(affiliate);
    UUID payment = paid(payer, "500.00");
    earnings().approve(MATURE);

    Payout payout = move(request(affiliate), APPROVED, PROCESSING, FAILED, APPROVED, PAID);

    assertThat(standing(affiliate))
        .isEqualTo("pending 0.00, approved 0.00, in payout 0.00, paid 100.00");
    assertThat(payments().journals(payout.id())).hasSize(1);
    assertThat(payments().journals(payout.id()).getFirst().entries())
        .containsExactly(
            new Entry(LedgerAccount.affiliatePayable(affiliate), Money.ofCents(-10000)),
            new Entry(LedgerAccount.clearing("payout"), Money.ofCents(10000)));
    refund(payment, "500.00");
    assertThat(standing(affiliate))
        .isEqualTo("pending 0.00, approved -100.00, in payout 0.00, paid 100.00");
    paid(payer, "750.00");
    earnings().approve(MATURE);
    assertThat(request(affiliate).amount()).isEqualTo(Money.parse("50.00"));
  }

  @Test
  default void a_refund_while_it_is_on_its_way_waits_for_the_next_one() {
    AccountId affiliate = affiliate();
    UUID payment = paid(referred(affiliate), "500.00");
    earnings().approve(MATURE);
    Payout payout = move(request(affiliate), APPROVED);

    refund(payment, "100.00");

    assertThat(move(payout, PAID).amount()).isEqualTo(Money.parse("100.00"));
    assertThat(standing(affiliate))
        .isEqualTo("pending 0.00, approved -20.00, in payout 0.00, paid 100.00");
  }

  @Test
  default void of_several_decisions_at_once_one_is_taken() {
    Payout payout = request(earned("500.00"));

    List<Boolean> taken =
        Together.collect(8, () -> List.of(moves(payout, REJECTED), moves(payout, CANCELLED)), 2);

    assertThat(taken).hasSize(32).containsOnlyOnce(true);
    assertThat(payouts().find(payout.id()).orElseThrow().status()).isIn(REJECTED, CANCELLED);
  }

  private boolean moves(Payout payout, PayoutStatus to) {
    try {
      move(payout, to);
      return true;
    } catch (NoSuchElementException notFromThere) {
      return false;
    }
  }

  @Test
  default void lists_by_state() {
    Payout open = request(earned("500.00"));
    Payout approved = move(request(earned("600.00")), APPROVED);

    assertThat(payouts().list(Optional.of(APPROVED), FIRST).items())
        .contains(approved)
        .doesNotContain(open);
    assertThat(payouts().list(Optional.empty(), FIRST).items()).contains(approved, open);
  }

  @Test
  default void knows_no_others() {
    UUID nobodys = Fixtures.uuid();

    assertThat(payouts().find(nobodys)).isEmpty();
    assertThat(
            payouts()
                .decide(
                    nobodys,
                    payout -> {
                      throw new AssertionError("there is none");
                    }))
        .isEmpty();
  }
}
