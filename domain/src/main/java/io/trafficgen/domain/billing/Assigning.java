package io.trafficgen.domain.billing;

import io.trafficgen.domain.affiliate.CommissionRule;
import io.trafficgen.domain.money.Money;
import io.trafficgen.domain.pricing.PricingCurve;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** What an operator does about parked money (3.3): gives it to an account, or back. */
public final class Assigning {
  private Assigning() {}

  /**
   * Credits a parked payment, at the prices of its receipt.
   *
   * @param euros what arrived in euros, where the payment itself does not say it
   */
  public static PaymentChange assign(
      ReceivedPayment payment,
      Wallet wallet,
      Optional<Money> euros,
      PricingCurve curve,
      CommissionRule commission,
      Supplier<UUID> ids,
      Instant now) {
    Money amount = payment.amount().or(() -> euros).orElseThrow();
    Deposit deposit =
        Deposit.of(
            payment.id(),
            new Payment(payment.provider(), payment.providerId(), amount.minus(payment.reversed())),
            payment.amount().isPresent() ? LedgerAccount.UNMATCHED : payment.clearing(),
            wallet,
            curve,
            commission,
            ids,
            now);
    return new PaymentChange(
        payment.credited(deposit, wallet.account(), amount),
        deposit.posting(),
        Optional.empty(),
        List.of(),
        List.of());
  }

  /** Notes that a parked payment goes back to its payer, as far as it has not already. */
  public static PaymentChange giveBack(
      PaymentFile file, String reason, Supplier<UUID> ids, Instant now) {
    return file.payment().net().isZero()
        ? PaymentChange.of(file.payment().returned())
        : Reversing.reverse(
            file, Optional.empty(), ReversalKind.REFUND, file.payment().net(), reason, ids, now);
  }
}
