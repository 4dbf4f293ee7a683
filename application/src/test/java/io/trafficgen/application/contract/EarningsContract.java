package io.trafficgen.application.contract;

import static io.trafficgen.application.Fixtures.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.trafficgen.application.Fixtures;
import io.trafficgen.application.port.EarningRuling;
import io.trafficgen.application.port.Earnings;
import io.trafficgen.application.port.PaymentDecision;
import io.trafficgen.domain.account.AccountId;
import io.trafficgen.domain.affiliate.Earning;
import io.trafficgen.domain.affiliate.EarningStatus;
import io.trafficgen.domain.affiliate.TrackedEarning;
import io.trafficgen.domain.billing.EarningChange;
import io.trafficgen.domain.billing.PaymentChange;
import io.trafficgen.domain.billing.Posting;
import io.trafficgen.domain.billing.Reviewing;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What every {@link Earnings} keeps (billing page, 3.4 and I9). */
public interface EarningsContract extends AffiliateScene {
  /** Fails unless the invariants of the billing page, 3.5, hold now. */
  @AfterEach
  void checkInvariants();

  /** The commission on a payment, held by a doubt. */
  private Earning held(UUID payment) {
    Optional<Earning> held =
        payments()
            .decide(
                payment,
                file -> {
                  Earning earning = file.earning().orElseThrow().hold("doubt");
                  return PaymentDecision.by(
                      entry(earning.referrer()),
                      earning,
                      new PaymentChange(
                          file.payment(),
                          Posting.NONE,
                          Optional.empty(),
                          List.of(),
                          List.of(earning)));
                });
    return held.orElseThrow();
  }

  private List<TrackedEarning> of(UUID payment) {
    return earnings().list(Optional.empty(), Optional.of(payment), FIRST).items();
  }

  @Test
  default void approves_what_is_pending_and_mature() {
    AccountId affiliate = affiliate();
    UUID payment = paid(referred(affiliate), "100.00");
    UUID doubtful = paid(referred(affiliate), "50.00");
    held(doubtful);

    earnings().approve(MATURE.minusMillis(1));
    assertThat(standing(affiliate))
        .isEqualTo("pending 30.00, approved 0.00, in payout 0.00, paid 0.00");
    assertThat(earnings().approve(MATURE)).isPositive();
    assertThat(earnings().approve(MATURE)).isZero();

    assertThat(standing(affiliate))
        .isEqualTo("pending 10.00, approved 20.00, in payout 0.00, paid 0.00");
    assertThat(of(payment).getFirst().earning().status()).isEqualTo(EarningStatus.APPROVED);
    assertThat(earnings().list(Optional.of(EarningStatus.HELD), Optional.empty(), FIRST).items())
        .contains(of(doubtful).getFirst());
  }

  @Test
  default void what_is_refunded_while_it_is_approved_is_not_approved() {
    AccountId affiliate = affiliate();
    AccountId payer = referred(affiliate);
    List<UUID> payments = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      payments.add(paid(payer, "10.00"));
    }
    AtomicInteger next = new AtomicInteger();

    Together.collect(
        8,
        () -> {
          refund(payments.get(next.getAndIncrement()), "10.00");
          return List.of(earnings().approve(MATURE));
        },
        1);

    assertThat(affiliates().earnings(affiliate, FIRST).items())
        .hasSize(16)
        .allMatch(row -> row.status() == EarningStatus.VOIDED);
    assertThat(standing(affiliate))
        .isEqualTo("pending 0.00, approved 0.00, in payout 0.00, paid 0.00");
  }

  @Test
  default void a_release_frees_commission_with_what_was_taken_back() {
    AccountId affiliate = affiliate();
    UUID payment = paid(referred(affiliate), "500.00");
    Earning earning = held(payment);
    refund(payment, "100.00");
    UUID negative =
        of(payment).stream()
            .map(tracked -> tracked.earning().id())
            .filter(id -> !id.equals(earning.id()))
            .findAny()
            .orElseThrow();

    Optional<TrackedEarning> released =
        earnings()
            .decide(
                negative,
                file -> {
                  assertThat(file.earning()).isEqualTo(earning);
                  assertThat(file.reversals()).extracting(Earning::id).containsExactly(negative);
                  return new EarningRuling(Reviewing.release(file).orElseThrow(), entry(affiliate));
                });

    assertThat(released.orElseThrow().earning()).isEqualTo(earning.release());
    earnings().approve(MATURE);
    assertThat(standing(affiliate))
        .isEqualTo("pending 0.00, approved 80.00, in payout 0.00, paid 0.00");
  }

  @Test
  default void what_is_refused_is_nothing_for_ever() {
    AccountId affiliate = affiliate();
    UUID payment = paid(referred(affiliate), "500.00");
    Earning earning = held(payment);
    refund(payment, "100.00");

    refuse(earning);
    checkInvariants();
    refund(payment, "50.00");
    checkInvariants();
    refund(payment, "350.00");

    earnings().approve(MATURE);
    assertThat(of(payment))
        .hasSize(3)
        .allMatch(row -> row.earning().status() == EarningStatus.VOIDED);
    assertThat(standing(affiliate))
        .isEqualTo("pending 0.00, approved 0.00, in payout 0.00, paid 0.00");
  }

  private void refuse(Earning earning) {
    earnings()
        .decide(
            earning.id(),
            file -> {
              EarningChange change = Reviewing.forfeit(file, Fixtures::uuid, NOW).orElseThrow();
              return new EarningRuling(change, entry(earning.referrer()));
            });
  }

  @Test
  default void what_a_rule_throws_changes_nothing() {
    Earning earning = held(paid(referred(affiliate()), "500.00"));

    assertThatThrownBy(() ->
            earnings()
                .decide(
                    earning.id(),
                    file -> {
                      throw new TooLittleException();
                    }))
        .isInstanceOf(TooLittleException.class);

    assertThat(of(earning.payment()).getFirst().earning()).isEqualTo(earning);
    assertThat(
            earnings()
                .decide(
                    Fixtures.uuid(),
                    file -> {
                      throw new AssertionError("there is none");
                    }))
        .isEmpty();
  }

  @Test
  default void a_payment_without_commission_has_none() {
    UUID payment = paid(affiliate(), "10.00");

    assertThat(of(payment)).isEmpty();
  }
}
