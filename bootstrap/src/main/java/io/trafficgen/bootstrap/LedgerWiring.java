package io.trafficgen.bootstrap;

import io.trafficgen.application.audit.AuditTrail;
import io.trafficgen.application.billing.AssignPayment;
import io.trafficgen.application.billing.GrantBonus;
import io.trafficgen.application.billing.ListEvents;
import io.trafficgen.application.billing.ListPayments;
import io.trafficgen.application.billing.ReconcileLedger;
import io.trafficgen.application.billing.RefundPayment;
import io.trafficgen.application.billing.ReplayEvent;
import io.trafficgen.application.billing.ReturnPayment;
import io.trafficgen.application.billing.ShowEvent;
import io.trafficgen.application.billing.ShowPayment;
import io.trafficgen.persistence.PostgresAccounts;
import io.trafficgen.persistence.PostgresEarnings;
import io.trafficgen.persistence.PostgresPayments;
import io.trafficgen.persistence.PostgresWebhookInbox;
import io.trafficgen.web.Access;
import io.trafficgen.web.AdminEventRoutes;
import io.trafficgen.web.AdminLedgerRoutes;
import io.trafficgen.web.AdminPaymentRoutes;
import io.trafficgen.web.RouteGroup;
import java.util.List;

/** Money as admins see it, and the watch over the ledger. */
final class LedgerWiring {
  private LedgerWiring() {}

  /**
   * @param received told when a payment event is due
   */
  static List<RouteGroup> routes(Wiring core, Access access, Runnable received) {
    AuditTrail trail = new AuditTrail(core.ids, core.clock);
    return List.of(
        payments(core, access, trail),
        events(core, access, received, trail),
        new AdminLedgerRoutes(
            new GrantBonus(
                core.ledger,
                new PostgresAccounts(core.database),
                core.crediting,
                core.config.purchaseLimits(),
                trail),
            reconcile(core),
            access));
  }

  static LedgerAlarm alarm(Wiring core) {
    return new LedgerAlarm(
        reconcile(core),
        new ListEvents(new PostgresWebhookInbox(core.database)),
        core.metrics.meters());
  }

  private static ReconcileLedger reconcile(Wiring core) {
    return new ReconcileLedger(core.ledger, core.clock);
  }

  private static RouteGroup payments(Wiring core, Access access, AuditTrail trail) {
    PostgresPayments payments = new PostgresPayments(core.database);
    return new AdminPaymentRoutes(
        new ListPayments(payments),
        new ShowPayment(payments, core.ledger, new PostgresEarnings(core.database)),
        new AssignPayment(payments, core.crediting, trail),
        new ReturnPayment(payments, core.crediting, trail),
        new RefundPayment(payments, core.crediting, trail),
        access);
  }

  private static RouteGroup events(
      Wiring core, Access access, Runnable received, AuditTrail trail) {
    PostgresWebhookInbox inbox = new PostgresWebhookInbox(core.database);
    return new AdminEventRoutes(
        new ListEvents(inbox),
        new ShowEvent(inbox),
        new ReplayEvent(inbox, received, trail),
        access);
  }
}
