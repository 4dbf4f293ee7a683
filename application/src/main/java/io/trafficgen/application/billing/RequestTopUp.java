package io.trafficgen.application.billing;

import io.trafficgen.application.NotAllowedException;
import io.trafficgen.application.port.PaymentOrders;
import io.trafficgen.application.port.TopUps;
import io.trafficgen.domain.Problem;
import io.trafficgen.domain.account.AccountId;
import io.trafficgen.domain.billing.PurchaseLimits;
import io.trafficgen.domain.billing.TopUp;
import io.trafficgen.domain.billing.TopUpReference;
import io.trafficgen.domain.billing.TopUpStatus;
import io.trafficgen.domain.money.Money;
import io.trafficgen.domain.pricing.PricingCurve;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/** Notes that somebody means to pay, and gives the reference to write into the payment. */
public final class RequestTopUp {
  private final TopUps topUps;
  private final PricingCurve curve;
  private final PurchaseLimits limits;
  private final Optional<PaymentOrders> orders;
  private final PayUrl payUrl;
  private final Supplier<UUID> ids;
  private final RandomGenerator random;
  private final InstantSource clock;

  /**
   * @param orders empty where no provider makes any
   */
  public RequestTopUp(
      TopUps topUps,
      PricingCurve curve,
      PurchaseLimits limits,
      Optional<PaymentOrders> orders,
      PayUrl payUrl,
      Supplier<UUID> ids,
      RandomGenerator random,
      InstantSource clock) {
    this.topUps = topUps;
    this.curve = curve;
    this.limits = limits;
    this.orders = orders;
    this.payUrl = payUrl;
    this.ids = ids;
    this.random = random;
    this.clock = clock;
  }

  /**
   * @param provider by whom the payer wants to pay: no other is asked for an order
   * @throws NotAllowedException below the minimum or above the maximum purchase
   */
  public PayableTopUp request(AccountId account, Money amount, Optional<String> provider) {
    if (limits.isAbove(amount)) {
      throw PricedQuote.aboveMaximum(limits, "/amount");
    }
    if (limits.isBelow(amount)) {
      throw new NotAllowedException(
          "the amount is below the minimum purchase",
          List.of(
              new Problem(
                  "/amount", "at least " + limits.minimum() + " EUR are bought", "500.00")));
    }
    Optional<PaymentOrders> wanted =
        orders.filter(maker -> provider.isEmpty() || maker.areBy(provider.get()));
    while (true) {
      TopUp topUp =
          new TopUp(
              ids.get(),
              account,
              TopUpReference.random(random),
              curve.quote(amount),
              TopUpStatus.PENDING,
              clock.instant().truncatedTo(ChronoUnit.MILLIS));
      TopUp payable = topUp.payableAt(wanted.flatMap(maker -> maker.checkout(topUp)));
      if (topUps.add(payable)) {
        return payUrl.of(payable);
      }
    }
  }
}
