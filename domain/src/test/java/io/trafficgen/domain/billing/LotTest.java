package io.trafficgen.domain.billing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.trafficgen.domain.money.Money;
import io.trafficgen.domain.money.Rounding;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class LotTest {
  private static final Instant MONDAY = Instant.parse("2026-11-23T00:00:00Z");

  private static Lot lot(LotKind kind, String amount, int day) {
    return Lot.granted(
        new LotId(new UUID(day, 0)),
        kind,
        Money.parse(amount),
        Money.ofMicros(400),
        1,
        MONDAY.plusSeconds(86_400L * day));
  }

  @Test
  void spends_bonus_first_then_the_oldest() {
    Lot older = lot(LotKind.PAID, "1.00", 1);
    Lot newer = lot(LotKind.PAID, "1.00", 2);
    Lot bonus = lot(LotKind.BONUS, "1.00", 3);
    assertThat(SpendOrder.sorted(List.of(newer, older, bonus)))
        .containsExactly(bonus, older, newer);
  }

  @Test
  void a_hold_takes_whole_visits_from_lot_after_lot_and_no_more_than_there_are() {
    Lot first = lot(LotKind.PAID, "0.01", 1);
    Lot second = lot(LotKind.PAID, "0.01", 2);
    Hold hold = SpendOrder.hold(List.of(second, first), 60);
    assertThat(hold.visits()).isEqualTo(50);
    assertThat(hold.parts()).extracting(HoldPart::lot).containsExactly(first.id(), second.id());
    assertThat(hold.parts()).extracting(HoldPart::held).containsExactly(25L, 25L);
  }

  @Test
  void captures_run_through_the_parts_in_order() {
    Hold hold =
        SpendOrder.hold(List.of(lot(LotKind.PAID, "0.01", 1), lot(LotKind.PAID, "0.01", 2)), 30);
    Hold.Capture first = hold.capture(26);
    assertThat(first.parts()).extracting(Hold.CapturedPart::visits).containsExactly(25L, 1L);
    assertThat(first.amount()).isEqualTo(Money.ofMicros(26 * 400));
    assertThat(first.hold().open()).isEqualTo(4);
    assertThatThrownBy(() -> first.hold().capture(5)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void dust_is_swept_only_when_nothing_is_held() {
    Lot lot =
        Lot.granted(
            new LotId(new UUID(0, 1)),
            LotKind.PAID,
            Money.ofMicros(1_000),
            Money.ofMicros(400),
            1,
            MONDAY);
    Lot held = lot.hold(2);
    assertThat(held.dust()).isEqualTo(Money.ZERO);
    Lot spent = held.capture(2);
    assertThat(spent.dust()).isEqualTo(Money.ofMicros(200));
    assertThat(spent.withoutDust().remaining()).isEqualTo(Money.ZERO);
    assertThatThrownBy(() -> lot.hold(3)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void statement_rows_always_add_up_to_the_shown_balance() {
    Money credits = Money.parse("5.00");
    Money spent = Money.ZERO;
    Money rows = Money.ZERO;
    for (int visit = 0; visit < 5_000; visit++) {
      Money price = Money.ofMicros(visit % 3 == 0 ? 580 : 200);
      rows = rows.plus(StatementRounding.shown(spent, price));
      spent = spent.plus(price);
      Money balance = credits.minus(spent).toCents(Rounding.FLOOR);
      assertThat(credits.minus(rows)).isEqualTo(balance);
    }
  }
}
