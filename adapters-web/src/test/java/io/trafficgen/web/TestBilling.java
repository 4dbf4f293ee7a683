package io.trafficgen.web;

import io.trafficgen.application.billing.ExportTransactions;
import io.trafficgen.application.billing.ListTransactions;
import io.trafficgen.application.billing.PayUrl;
import io.trafficgen.application.billing.QuotePrice;
import io.trafficgen.application.billing.QuoteVisits;
import io.trafficgen.application.billing.RequestTopUp;
import io.trafficgen.application.billing.ShowBalance;
import io.trafficgen.application.billing.ShowTopUp;
import io.trafficgen.domain.billing.PurchaseLimits;
import io.trafficgen.domain.pricing.PricingCurve;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;

/** The part of the house around money. */
final class TestBilling {
  private TestBilling() {}

  static RouteGroup routes(
      TestPorts ports, Access access, Supplier<UUID> ids, Random random, InstantSource clock) {
    PricingCurve curve = PricingCurve.standard();
    PurchaseLimits limits = PurchaseLimits.standard();
    PayUrl payUrl = new PayUrl(Optional.empty());
    return new BillingRoutes(
        new QuotePrice(curve, limits),
        new QuoteVisits(curve, limits),
        new RequestTopUp(ports.topUps, curve, limits, Optional.empty(), payUrl, ids, random, clock),
        new ShowTopUp(ports.topUps, payUrl),
        new ShowBalance(ports.ledger),
        new ListTransactions(ports.ledger),
        new ExportTransactions(ports.ledger),
        access);
  }
}
