package io.trafficgen.bootstrap;

import io.trafficgen.application.account.ClaimAdmin;
import io.trafficgen.application.account.IdentifyCaller;
import io.trafficgen.application.account.RefreshSession;
import io.trafficgen.application.account.RegisterAccount;
import io.trafficgen.application.account.SignIn;
import io.trafficgen.application.account.SignOut;
import io.trafficgen.application.affiliate.ListEarnings;
import io.trafficgen.application.affiliate.ShowAffiliate;
import io.trafficgen.application.billing.ListTransactions;
import io.trafficgen.application.billing.PayUrl;
import io.trafficgen.application.billing.QuotePrice;
import io.trafficgen.application.billing.QuoteVisits;
import io.trafficgen.application.billing.ReceiveWebhook;
import io.trafficgen.application.billing.RequestTopUp;
import io.trafficgen.application.billing.ShowBalance;
import io.trafficgen.application.billing.ShowTopUp;
import io.trafficgen.application.live.WatchEverything;
import io.trafficgen.application.live.WatchLive;
import io.trafficgen.application.project.CreateProject;
import io.trafficgen.application.project.ListHits;
import io.trafficgen.application.project.ListProjects;
import io.trafficgen.application.project.ListVisits;
import io.trafficgen.application.project.ProjectReports;
import io.trafficgen.application.project.ReplaceSettings;
import io.trafficgen.application.project.ShowProject;
import io.trafficgen.application.project.ShowStats;
import io.trafficgen.application.project.StartConditions;
import io.trafficgen.application.project.StartProject;
import io.trafficgen.application.project.StopProject;
import io.trafficgen.application.site.AddSite;
import io.trafficgen.application.site.ListSites;
import io.trafficgen.application.site.SiteTokens;
import io.trafficgen.application.site.VerifySite;
import io.trafficgen.domain.billing.PurchaseLimits;
import io.trafficgen.engine.ApacheGuardedHttp;
import io.trafficgen.engine.HttpSiteProofs;
import io.trafficgen.engine.NameResolver;
import io.trafficgen.persistence.PostgresAccounts;
import io.trafficgen.persistence.PostgresAdminSecrets;
import io.trafficgen.persistence.PostgresAffiliates;
import io.trafficgen.persistence.PostgresLedger;
import io.trafficgen.persistence.PostgresSessions;
import io.trafficgen.persistence.PostgresTopUps;
import io.trafficgen.persistence.PostgresWebhookInbox;
import io.trafficgen.web.Access;
import io.trafficgen.web.AccountRoutes;
import io.trafficgen.web.AffiliateRoutes;
import io.trafficgen.web.AuthRoutes;
import io.trafficgen.web.BillingRoutes;
import io.trafficgen.web.ConsoleRoutes;
import io.trafficgen.web.LiveRoutes;
import io.trafficgen.web.OperateRoutes;
import io.trafficgen.web.Problems;
import io.trafficgen.web.ProjectActivityRoutes;
import io.trafficgen.web.ProjectRoutes;
import io.trafficgen.web.RouteGroup;
import io.trafficgen.web.SettingsRoutes;
import io.trafficgen.web.SiteRoutes;
import io.trafficgen.web.WebServer;
import io.trafficgen.web.WebhookRoutes;
import io.trafficgen.web.live.LiveStream;
import io.trafficgen.web.security.Argon2Passwords;
import io.trafficgen.web.security.SessionTokens;
import java.io.UncheckedIOException;
import java.util.List;

/** The web part of the object graph: each area's routes over its use cases. */
final class WebWiring {
  private final Wiring core;
  private final Access access;
  private final SessionTokens tokens;
  private final PostgresSessions sessions;
  private final PostgresLedger ledger;

  private WebWiring(Wiring core) {
    this.core = core;
    this.sessions = new PostgresSessions(core.database);
    this.ledger = new PostgresLedger(core.database);
    SigningKeys keys =
        core.config.jwtKeys().orElseGet(() -> SigningKeys.of(core.data.key("session-tokens")));
    this.tokens =
        new SessionTokens(
            keys.keys(), keys.signing(), core.config.baseUrl().toString(), core.clock);
    this.access = new Access(tokens, new IdentifyCaller(sessions, core.clock));
  }

  /**
   * @param received told when a payment event was stored
   */
  static WebServer server(Wiring core, Runnable received) {
    WebWiring wiring = new WebWiring(core);
    LiveStream stream =
        new LiveStream(new WatchLive(core.feed, core.projects), new WatchEverything(core.feed));
    List<RouteGroup> groups =
        List.of(
            wiring.auth(),
            wiring.accounts(),
            wiring.billing(),
            wiring.affiliates(),
            wiring.sites(),
            wiring.projects(),
            wiring.settings(),
            wiring.activity(),
            new LiveRoutes(stream, wiring.access),
            wiring.webhooks(received),
            new OperateRoutes(wiring::databaseAnswers),
            new ConsoleRoutes());
    return new WebServer(
        groups, new Problems(UncheckedIOException.class::isInstance, core.ids), stream);
  }

  private RouteGroup auth() {
    PostgresAccounts accounts = new PostgresAccounts(core.database);
    Argon2Passwords passwords = new Argon2Passwords(core.random);
    return new AuthRoutes(
        new RegisterAccount(
            accounts, passwords, core.ids, core.random, core.clock, core.config.registrationOpen()),
        new SignIn(accounts, sessions, passwords, core.opaqueTokens, core.ids, core.clock),
        new RefreshSession(sessions, core.opaqueTokens, core.clock),
        new SignOut(sessions),
        tokens,
        access);
  }

  private RouteGroup accounts() {
    return new AccountRoutes(new ClaimAdmin(new PostgresAdminSecrets(core.database)), access);
  }

  private RouteGroup billing() {
    PurchaseLimits limits = core.config.purchaseLimits();
    PostgresTopUps topUps = new PostgresTopUps(core.database);
    PayUrl payUrl = new PayUrl(core.config.payUrl());
    return new BillingRoutes(
        new QuotePrice(core.curve, limits, Wiring.HOST_PER_MINUTE),
        new QuoteVisits(core.curve, limits, Wiring.HOST_PER_MINUTE),
        new RequestTopUp(topUps, core.curve, limits, payUrl, core.ids, core.random, core.clock),
        new ShowTopUp(topUps, payUrl),
        new ShowBalance(ledger),
        new ListTransactions(ledger),
        access);
  }

  private RouteGroup affiliates() {
    PostgresAffiliates affiliates = new PostgresAffiliates(core.database);
    return new AffiliateRoutes(
        new ShowAffiliate(affiliates),
        new ListEarnings(affiliates),
        core.config.baseUrl().toString(),
        access);
  }

  private RouteGroup sites() {
    SiteTokens siteTokens = new SiteTokens(core.data.key("site-tokens"));
    HttpSiteProofs proofs =
        new HttpSiteProofs(
            new ApacheGuardedHttp(core.policy, NameResolver.system(), core.identity, core.timers));
    return new SiteRoutes(
        new AddSite(core.sites, siteTokens, core.policy, core.ids, core.clock),
        new ListSites(core.sites, siteTokens),
        new VerifySite(core.sites, siteTokens, proofs, core.clock),
        access);
  }

  private RouteGroup projects() {
    StartConditions conditions = new StartConditions(core.sites);
    ProjectReports reports = reports();
    return new ProjectRoutes(
        new CreateProject(core.projects, conditions, reports, core.ids, core.clock),
        new ListProjects(core.projects, reports),
        new ShowProject(core.projects, reports),
        new StartProject(core.projects, conditions, reports, core.clock),
        new StopProject(core.projects, core.feed, reports),
        access);
  }

  private RouteGroup settings() {
    return new SettingsRoutes(
        new ShowProject(core.projects, reports()),
        new ReplaceSettings(core.projects, new StartConditions(core.sites)),
        access);
  }

  private RouteGroup activity() {
    return new ProjectActivityRoutes(
        new ShowStats(core.projects, core.hits, core.clock),
        new ListVisits(core.hits),
        new ListHits(core.hits),
        access);
  }

  private RouteGroup webhooks(Runnable received) {
    return new WebhookRoutes(
        new ReceiveWebhook(
            core.providers,
            new PostgresWebhookInbox(core.database),
            received,
            core.ids,
            core.clock));
  }

  private ProjectReports reports() {
    return new ProjectReports(core.budgets, core.sites, Wiring.HOST_PER_MINUTE, core.clock);
  }

  private boolean databaseAnswers() {
    try {
      core.database.ping();
      return true;
    } catch (UncheckedIOException e) {
      return false;
    }
  }
}
