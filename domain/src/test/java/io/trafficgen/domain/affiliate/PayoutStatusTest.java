package io.trafficgen.domain.affiliate;

import static io.trafficgen.domain.affiliate.PayoutStatus.APPROVED;
import static io.trafficgen.domain.affiliate.PayoutStatus.CANCELLED;
import static io.trafficgen.domain.affiliate.PayoutStatus.FAILED;
import static io.trafficgen.domain.affiliate.PayoutStatus.PAID;
import static io.trafficgen.domain.affiliate.PayoutStatus.PROCESSING;
import static io.trafficgen.domain.affiliate.PayoutStatus.REJECTED;
import static io.trafficgen.domain.affiliate.PayoutStatus.REQUESTED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.trafficgen.domain.InvalidValueException;
import io.trafficgen.domain.account.AccountId;
import io.trafficgen.domain.money.Money;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every step from every state to every state (billing page, 3.4). */
class PayoutStatusTest {
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  record Step(PayoutStatus from, PayoutStatus to) {}

  private static final List<Step> ALLOWED =
      List.of(
          new Step(REQUESTED, APPROVED),
          new Step(REQUESTED, REJECTED),
          new Step(REQUESTED, CANCELLED),
          new Step(APPROVED, PROCESSING),
          new Step(APPROVED, PAID),
          new Step(APPROVED, REJECTED),
          new Step(PROCESSING, PAID),
          new Step(PROCESSING, FAILED),
          new Step(FAILED, APPROVED));

  static Stream<Step> steps() {
    return Stream.of(PayoutStatus.values())
        .flatMap(from -> Stream.of(PayoutStatus.values()).map(to -> new Step(from, to)));
  }

  @ParameterizedTest
  @MethodSource("steps")
  void takes_the_steps_of_the_plan_and_no_other(Step step) {
    Payout payout =
        new Payout(
            new UUID(1, 1),
            new AccountId(new UUID(1, 2)),
            Money.parse("80.00"),
            3,
            Optional.of("IBAN"),
            step.from(),
            Optional.of("before"),
            NOW,
            NOW);

    Optional<Payout> then = payout.become(step.to(), Optional.of("why"), NOW.plusSeconds(1));

    assertThat(then.isPresent()).isEqualTo(ALLOWED.contains(step));
    then.ifPresent(changed -> {
      assertThat(changed.status()).isEqualTo(step.to());
      assertThat(changed.note()).contains("why");
      assertThat(changed.amount()).isEqualTo(payout.amount());
      assertThat(changed.changedAt()).isEqualTo(NOW.plusSeconds(1));
    });
  }

  @Test
  void keeps_its_earnings_until_it_is_paid_or_gives_them_back() {
    for (PayoutStatus status : PayoutStatus.values()) {
      assertThat(status.ofEarnings() == EarningStatus.IN_PAYOUT).isEqualTo(status.isLive());
    }
    assertThat(PAID.ofEarnings()).isEqualTo(EarningStatus.PAID);
    assertThat(REJECTED.ofEarnings()).isEqualTo(EarningStatus.APPROVED);
    assertThat(CANCELLED.ofEarnings()).isEqualTo(EarningStatus.APPROVED);
  }

  @Test
  void is_read_by_its_name_and_no_other() {
    assertThat(PayoutStatus.parse("failed")).isEqualTo(FAILED);
    assertThatThrownBy(() -> PayoutStatus.parse("FAILED"))
        .isInstanceOf(InvalidValueException.class);
    assertThat(EarningStatus.parse("in_payout")).isEqualTo(EarningStatus.IN_PAYOUT);
    assertThatThrownBy(() -> EarningStatus.parse("gone")).isInstanceOf(InvalidValueException.class);
  }

  @Test
  void less_than_fifty_euros_are_not_paid_out() {
    PayoutRule rule = PayoutRule.standard();
    assertThat(rule.missing(total(4999))).isEqualTo(Money.parse("0.01"));
    assertThat(rule.missing(total(5000))).isEqualTo(Money.ZERO);
    assertThat(rule.missing(total(0))).isEqualTo(Money.parse("50.00"));
    assertThat(rule.missing(total(-500))).isEqualTo(Money.parse("55.00"));
  }

  private static EarningTotal total(long cents) {
    return new EarningTotal(1, Money.ofCents(cents));
  }
}
