package io.trafficgen.domain.billing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.trafficgen.domain.affiliate.Earning;
import io.trafficgen.domain.affiliate.EarningStatus;
import io.trafficgen.domain.money.Money;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Reversals, disputes and debts of a payment of 10.00 that a referrer earned 2.00 on. */
class PaymentRulesTest {
  private final SplittableRandom random = new SplittableRandom(1);

  private UUID id() {
    return new UUID(random.nextLong(), random.nextLong());
  }

  private PaymentFile paid(String amount) {
    return PaymentScene.paid(amount, this::id);
  }

  private static PaymentFile after(PaymentFile file, PaymentChange change) {
    return file.after(change);
  }

  private PaymentChange refund(PaymentFile file, String amount) {
    return reverse(file, amount, ReversalKind.REFUND);
  }

  private PaymentChange reverse(PaymentFile file, String amount, ReversalKind kind) {
    return Reversing.reverse(
        file,
        Optional.of("r-" + amount),
        kind,
        Money.parse(amount),
        "test",
        this::id,
        Instant.EPOCH);
  }

  private static Wallet wallet(PaymentFile file) {
    return file.wallet().orElseThrow();
  }

  @Test
  void a_refund_comes_out_of_its_lot_and_takes_its_share_of_the_commission_back() {
    PaymentFile file = paid("10.00");
    PaymentFile refunded = after(file, refund(file, "2.50"));
    assertThat(wallet(refunded).lots())
        .singleElement()
        .returns(Money.parse("7.50"), Lot::remaining);
    assertThat(wallet(refunded).debt()).isEqualTo(Money.ZERO);
    assertThat(refunded.earnings())
        .extracting(earning -> earning.amount().toString())
        .containsExactly("2.00", "-0.50");
  }

  @Test
  void commission_telescopes_to_zero_by_whatever_parts_a_payment_goes_back() {
    for (int round = 0; round < 200; round++) {
      PaymentFile file = paid(Money.ofCents(1 + random.nextInt(300)).toString());
      while (file.payment().net().isPositive()) {
        long cents = 1 + random.nextLong(file.payment().net().micros() / 10_000);
        file = after(file, refund(file, Money.ofCents(cents).toString()));
      }
      assertThat(file.earnings().stream().map(Earning::amount).reduce(Money.ZERO, Money::plus))
          .isEqualTo(Money.ZERO);
      assertThat(file.earnings()).extracting(Earning::status).containsOnly(EarningStatus.VOIDED);
      assertThat(wallet(file).lots()).allMatch(lot -> lot.remaining().isZero());
    }
  }

  @Test
  void what_was_spent_already_becomes_a_debt_that_frees_money_pays() {
    PaymentFile file = paid("10.00");
    Lot lot = wallet(file).lots().get(0);
    Lot busy = lot.hold(5000).capture(3000);
    PaymentFile spent =
        new PaymentFile(
            file.payment(),
            Optional.of(wallet(file).after(Posting.changing(busy))),
            List.of(),
            List.of(),
            file.earnings());

    PaymentFile refunded = after(spent, refund(spent, "10.00"));

    // 1.74 is spent, 1.16 is held for visits under way.
    assertThat(wallet(refunded).debt()).hasToString("2.90");
    assertThat(wallet(refunded).lots().get(0).available()).isEqualTo(Money.ZERO);
    Wallet released =
        wallet(refunded).after(Posting.changing(wallet(refunded).lots().get(0).release(2000)));
    Wallet paid = released.after(Debt.pay(released, this::id, Instant.EPOCH));
    assertThat(paid.debt()).hasToString("1.74");
    assertThat(paid.lots()).allMatch(left -> left.remaining().isZero());
  }

  @Test
  void a_reversal_is_never_above_what_is_left() {
    PaymentFile whole = paid("10.00");
    PaymentFile file = after(whole, refund(whole, "9.99"));
    assertThatThrownBy(() -> refund(file, "0.02")).isInstanceOf(IllegalArgumentException.class);
    assertThat(refund(file, "0.01").payment().net()).isEqualTo(Money.ZERO);
  }

  @Test
  void a_dispute_freezes_the_lot_and_the_commission_until_it_is_won() {
    PaymentFile file = paid("10.00");
    PaymentFile disputed = after(file, Disputing.begin(file, "d1"));
    assertThat(wallet(disputed).lots()).allMatch(Lot::frozen);
    assertThat(SpendOrder.hold(wallet(disputed).lots(), 10).visits()).isZero();
    assertThat(disputed.earnings()).extracting(Earning::status).containsOnly(EarningStatus.HELD);

    PaymentFile won = after(disputed, Disputing.end(disputed, "d1", this::id, Instant.EPOCH));
    assertThat(wallet(won).lots()).noneMatch(Lot::frozen);
    assertThat(won.earnings()).extracting(Earning::status).containsOnly(EarningStatus.PENDING);
    assertThat(won.payment().disputed()).isFalse();
  }

  @Test
  void a_lost_dispute_takes_its_amount_and_frees_the_rest() {
    PaymentFile file = paid("10.00");
    PaymentFile disputed = after(file, Disputing.begin(file, "d1"));
    PaymentFile lost = after(disputed, lose(disputed, "d1", Optional.of(Money.parse("4.00"))));
    assertThat(lost.payment().disputed()).isFalse();
    assertThat(lost.disputes()).containsExactly(new Dispute("d1", false));
    assertThat(wallet(lost).lots())
        .singleElement()
        .returns(false, Lot::frozen)
        .returns(Money.parse("6.00"), Lot::remaining);
    assertThat(lost.earnings()).extracting(Earning::status).containsOnly(EarningStatus.PENDING);
  }

  @Test
  void a_lost_dispute_ends_itself_alone_and_even_if_nothing_is_left_to_take() {
    PaymentFile file = paid("10.00");
    PaymentFile first = after(file, Disputing.begin(file, "d1"));
    PaymentFile both = after(first, Disputing.begin(first, "d2"));
    PaymentFile one = after(both, lose(both, "d1", Optional.of(Money.parse("4.00"))));
    assertThat(one.payment().disputed()).isTrue();
    assertThat(wallet(one).lots()).allMatch(Lot::frozen);

    PaymentFile back = after(one, refund(one, "6.00"));
    PaymentFile none = after(back, lose(back, "d2", Optional.of(Money.parse("10.00"))));
    assertThat(none.payment().disputed()).isFalse();
    assertThat(wallet(none).lots()).noneMatch(Lot::frozen);
    assertThat(none.payment().net()).isEqualTo(Money.ZERO);
  }

  private PaymentChange lose(PaymentFile file, String dispute, Optional<Money> amount) {
    return Disputing.lose(file, dispute, "dispute:" + dispute, amount, this::id, Instant.EPOCH);
  }

  @Test
  void commission_that_is_paid_out_is_netted_in_the_next_payout() {
    PaymentFile file = paid("10.00");
    PaymentFile paidOut =
        new PaymentFile(
            file.payment(),
            file.wallet(),
            List.of(),
            List.of(),
            file.earnings().stream().map(e -> e.with(EarningStatus.PAID)).toList());
    PaymentChange refund = refund(paidOut, "10.00");
    assertThat(refund.earnings()).isEmpty();
    assertThat(refund.posting().earnings())
        .singleElement()
        .returns(EarningStatus.APPROVED, Earning::status)
        .returns(Money.parse("2.00").negated(), Earning::amount);
  }
}
