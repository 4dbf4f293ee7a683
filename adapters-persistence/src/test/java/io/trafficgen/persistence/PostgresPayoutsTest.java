package io.trafficgen.persistence;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.trafficgen.application.contract.PayoutsContract;
import io.trafficgen.domain.affiliate.PayoutStatus;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PostgresPayoutsTest extends PostgresPorts implements PayoutsContract {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "update affiliate_earnings set status = 'approved', payout = null where status = 'paid'",
        "update affiliate_earnings set payout = null where status = 'paid'",
        "update affiliate_earnings set hold_reason = 'x' where status = 'paid'",
        "update affiliate_earnings set amount = 1 where status = 'in_payout'",
        "update affiliate_earnings set referrer_id = referee_id where status = 'in_payout'",
        "delete from affiliate_earnings",
        "update payouts set status = 'requested' where status = 'paid'",
        "update payouts set note = 'x' where status = 'rejected'",
        "update payouts set amount_micros = 1 where status = 'requested'",
        "delete from payouts"
      })
  void what_is_settled_and_what_was_earned_never_changes(String sql) {
    move(request(earned("500.00")), PayoutStatus.APPROVED, PayoutStatus.PAID);
    move(request(earned("500.00")), PayoutStatus.REJECTED);
    request(earned("500.00"));

    assertThatThrownBy(() -> database().run(handle -> handle.execute(sql)))
        .hasMessageContaining("never change");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update affiliate_earnings set status = 'paid' where status = 'approved'",
        "update affiliate_earnings set payout = null where status = 'in_payout'",
        "update affiliate_earnings set status = 'approved' where status = 'in_payout'"
      })
  void an_earning_and_its_payout_stand_together(String sql) {
    earned("300.00");
    request(earned("500.00"));

    assertThatThrownBy(() -> database().run(handle -> handle.execute(sql)))
        .hasMessageContaining("affiliate_earnings_settled");
  }
}
