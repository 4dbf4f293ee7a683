package io.trafficgen.domain.billing;

import static org.assertj.core.api.Assertions.assertThat;

import io.trafficgen.domain.account.AccountId;
import io.trafficgen.domain.affiliate.CommissionRule;
import io.trafficgen.domain.affiliate.Earning;
import io.trafficgen.domain.affiliate.EarningFile;
import io.trafficgen.domain.affiliate.EarningStatus;
import io.trafficgen.domain.affiliate.Payout;
import io.trafficgen.domain.affiliate.PayoutStatus;
import io.trafficgen.domain.money.Money;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What operators decide about commission, and what it books. */
class ReviewingTest {
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  private static final AccountId AFFILIATE = new AccountId(new UUID(1, 1));
  private static final UUID FRESH = new UUID(9, 9);

  private static final Earning EARNING =
      Earning.pending(
          new UUID(2, 1),
          AFFILIATE,
          new AccountId(new UUID(1, 2)),
          new UUID(3, 1),
          new UUID(4, 1),
          Money.parse("100.00"),
          CommissionRule.standard(),
          NOW);

  private static Earning back(Earning earning, String amount) {
    return earning.reversal(new UUID(2, 2), new UUID(4, 2), Money.parse(amount), NOW);
  }

  private static Optional<EarningChange> release(boolean disputed, Earning earning) {
    return Reviewing.release(new EarningFile(earning, List.of(back(earning, "30.00")), disputed));
  }

  @Test
  void a_release_frees_all_rows_of_a_held_commission() {
    List<Earning> freed = release(false, EARNING.hold("doubt")).orElseThrow().changed();
    assertThat(freed).hasSize(2);
    assertThat(freed).allMatch(row -> row.status() == EarningStatus.PENDING);
    assertThat(freed).allMatch(row -> row.holdReason().isEmpty());
  }

  @Test
  void a_dispute_holds_on_what_was_released_and_is_not_released_itself() {
    assertThat(release(true, EARNING.hold("doubt")).orElseThrow().changed())
        .hasSize(2)
        .allMatch(row -> row.holdReason().equals(Optional.of(Earning.DISPUTED)));
    assertThat(release(true, EARNING.hold(Earning.DISPUTED))).isEmpty();
  }

  @Test
  void only_what_is_held_is_released() {
    for (EarningStatus status : EarningStatus.values()) {
      if (status != EarningStatus.HELD) {
        assertThat(release(false, EARNING.with(status))).as(status.wireName()).isEmpty();
      }
    }
  }

  @Test
  void what_is_refused_is_taken_back_to_exactly_zero() {
    Earning held = EARNING.hold("doubt");
    EarningChange change =
        Reviewing.forfeit(
                new EarningFile(held, List.of(back(held, "30.00")), false), () -> FRESH, NOW)
            .orElseThrow();

    assertThat(change.changed()).hasSize(2).allMatch(row -> row.status() == EarningStatus.VOIDED);
    Earning fresh = change.posting().earnings().getFirst();
    assertThat(fresh.amount()).isEqualTo(Money.ofCents(-7000));
    assertThat(fresh.status()).isEqualTo(EarningStatus.VOIDED);
    assertThat(fresh.reverses()).contains(EARNING.id());
    assertThat(change.posting().journals().getFirst().entries())
        .containsExactly(
            new Entry(LedgerAccount.affiliatePayable(AFFILIATE), Money.ofCents(-7000)),
            new Entry(LedgerAccount.AFFILIATE_EXPENSE, Money.ofCents(7000)));
  }

  @Test
  void what_a_payout_has_is_not_refused_nor_is_anything_twice() {
    for (EarningStatus status :
        List.of(EarningStatus.IN_PAYOUT, EarningStatus.PAID, EarningStatus.VOIDED)) {
      EarningFile file = new EarningFile(EARNING.with(status), List.of(), false);
      assertThat(Reviewing.forfeit(file, () -> FRESH, NOW)).as(status.wireName()).isEmpty();
    }
  }

  @Test
  void a_payout_books_when_it_is_paid_and_not_before() {
    Money amount = Money.parse("80.00");
    for (PayoutStatus status : PayoutStatus.values()) {
      Payout payout =
          new Payout(
              FRESH, AFFILIATE, amount, 2, Optional.empty(), status, Optional.empty(), NOW, NOW);
      assertThat(PayingOut.journals(payout))
          .isEqualTo(
              status == PayoutStatus.PAID
                  ? List.of(
                      new Journal(
                          "Payout " + FRESH,
                          Optional.of(FRESH),
                          List.of(
                              new Entry(
                                  LedgerAccount.affiliatePayable(AFFILIATE), amount.negated()),
                              new Entry(LedgerAccount.clearing("payout"), amount))))
                  : List.of());
    }
  }
}
