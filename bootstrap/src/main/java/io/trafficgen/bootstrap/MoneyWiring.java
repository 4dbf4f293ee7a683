package io.trafficgen.bootstrap;

import io.trafficgen.application.billing.BookPayments;
import io.trafficgen.application.billing.ExportTransactions;
import io.trafficgen.application.billing.ListTransactions;
import io.trafficgen.application.billing.PayUrl;
import io.trafficgen.application.billing.PollPayments;
import io.trafficgen.application.billing.QuotePrice;
import io.trafficgen.application.billing.QuoteVisits;
import io.trafficgen.application.billing.ReceiveWebhook;
import io.trafficgen.application.billing.RequestTopUp;
import io.trafficgen.application.billing.ShowBalance;
import io.trafficgen.application.billing.ShowTopUp;
import io.trafficgen.domain.billing.PurchaseLimits;
import io.trafficgen.persistence.PostgresAccounts;
import io.trafficgen.persistence.PostgresLedger;
import io.trafficgen.persistence.PostgresPayments;
import io.trafficgen.persistence.PostgresTopUps;
import io.trafficgen.persistence.PostgresWebhookInbox;
import io.trafficgen.web.Access;
import io.trafficgen.web.BillingRoutes;
import io.trafficgen.web.RouteGroup;
import io.trafficgen.web.WebhookRoutes;
import java.util.List;

/** Routes around money: prices, statement, payments in. */
final class MoneyWiring {
  private MoneyWiring() {}

  /**
   * @param received told when a payment event was stored
   */
  static List<RouteGroup> routes(Wiring core, Access access, Runnable received) {
    return List.of(billing(core, access), webhooks(core, received));
  }

  /**
   * @param received told when a missed payment was stored
   */
  static PollPayments poll(Wiring core, Runnable received) {
    return new PollPayments(
        core.config.payments().missed(core.http),
        new PostgresWebhookInbox(core.database),
        received,
        core.ids,
        core.clock);
  }

  /** Books what providers told of. */
  static BookPayments book(Wiring core) {
    return new BookPayments(
        new PostgresWebhookInbox(core.database),
        core.providers,
        core.loads,
        new PostgresTopUps(core.database),
        new PostgresAccounts(core.database),
        core.ledger,
        new PostgresPayments(core.database),
        core.crediting);
  }

  private static RouteGroup billing(Wiring core, Access access) {
    PurchaseLimits limits = core.config.purchaseLimits();
    PostgresTopUps topUps = new PostgresTopUps(core.database);
    PostgresLedger ledger = new PostgresLedger(core.database);
    PayUrl payUrl = new PayUrl(core.config.payUrl());
    return new BillingRoutes(
        new QuotePrice(core.prices.current(), limits),
        new QuoteVisits(core.prices.current(), limits),
        new RequestTopUp(
            topUps,
            core.prices.current(),
            limits,
            core.config.payments().orders(core.http),
            payUrl,
            core.ids,
            core.random,
            core.clock),
        new ShowTopUp(topUps, payUrl),
        new ShowBalance(ledger),
        new ListTransactions(ledger),
        new ExportTransactions(ledger),
        access);
  }

  private static RouteGroup webhooks(Wiring core, Runnable received) {
    PostgresWebhookInbox inbox = new PostgresWebhookInbox(core.database);
    return new WebhookRoutes(
        new ReceiveWebhook(core.providers, inbox, received, core.ids, core.clock),
        core.metrics.meters());
  }
}
