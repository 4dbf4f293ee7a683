package io.trafficgen.domain.billing;

import io.trafficgen.domain.account.AccountId;
import io.trafficgen.domain.affiliate.CommissionRule;
import io.trafficgen.domain.money.Money;
import io.trafficgen.domain.pricing.PricingCurve;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** A payment of somebody who was brought by an affiliate, as the database would give it. */
final class PaymentScene {
  private static final AccountId PAYER = new AccountId(new UUID(0, 1));
  private static final AccountId AFFILIATE = new AccountId(new UUID(0, 2));

  private PaymentScene() {}

  static PaymentFile paid(String amount, Supplier<UUID> ids) {
    Wallet empty =
        new Wallet(
            PAYER, Optional.of(AFFILIATE), Optional.empty(), Money.ZERO, Money.ZERO, List.of());
    ReceivedPayment parked =
        new ReceivedPayment(
            ids.get(),
            "standard",
            "pay_1",
            Optional.of(Money.parse(amount)),
            amount + " EUR",
            PaymentStatus.PARKED,
            Optional.of("whose?"),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Money.ZERO,
            false,
            1,
            ids.get(),
            Instant.EPOCH);
    PaymentChange change =
        Assigning.assign(
            parked,
            empty,
            Optional.empty(),
            PricingCurve.standard(),
            CommissionRule.standard(),
            ids,
            Instant.EPOCH);
    return new PaymentFile(
        change.payment(),
        Optional.of(empty.after(change.posting())),
        List.of(),
        List.of(),
        change.posting().earnings());
  }
}
