package io.trafficgen.web;

import io.trafficgen.application.audit.AuditTrail;
import io.trafficgen.application.billing.AssignPayment;
import io.trafficgen.application.billing.Crediting;
import io.trafficgen.application.billing.GrantBonus;
import io.trafficgen.application.billing.ListEvents;
import io.trafficgen.application.billing.ListPayments;
import io.trafficgen.application.billing.ReconcileLedger;
import io.trafficgen.application.billing.RefundPayment;
import io.trafficgen.application.billing.ReplayEvent;
import io.trafficgen.application.billing.ReturnPayment;
import io.trafficgen.application.billing.ShowEvent;
import io.trafficgen.application.billing.ShowPayment;
import io.trafficgen.domain.affiliate.CommissionRule;
import io.trafficgen.domain.billing.PurchaseLimits;
import io.trafficgen.domain.pricing.PriceList;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

/** The part of the house around money as admins see it. */
final class TestLedger {
  private TestLedger() {}

  /**
   * @param received told when an event is due
   */
  static List<RouteGroup> routes(
      TestPorts ports, Access access, Runnable received, Supplier<UUID> ids, InstantSource clock) {
    AuditTrail trail = new AuditTrail(ids, clock);
    Crediting crediting =
        new Crediting(PriceList.standard(), CommissionRule.standard(), ids, clock);
    return List.of(
        new AdminPaymentRoutes(
            new ListPayments(ports.payments),
            new ShowPayment(ports.payments, ports.ledger, ports.earnings),
            new AssignPayment(ports.payments, crediting, trail),
            new ReturnPayment(ports.payments, crediting, trail),
            new RefundPayment(ports.payments, crediting, trail),
            access),
        new AdminEventRoutes(
            new ListEvents(ports.inbox),
            new ShowEvent(ports.inbox),
            new ReplayEvent(ports.inbox, received, trail),
            access),
        new AdminLedgerRoutes(
            new GrantBonus(
                ports.ledger, ports.accounts, crediting, PurchaseLimits.standard(), trail),
            new ReconcileLedger(ports.ledger, clock),
            access));
  }
}
