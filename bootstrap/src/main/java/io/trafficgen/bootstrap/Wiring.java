package io.trafficgen.bootstrap;

import io.trafficgen.application.account.OfferAdmin;
import io.trafficgen.application.account.OpaqueTokens;
import io.trafficgen.application.billing.BookPayments;
import io.trafficgen.application.billing.Crediting;
import io.trafficgen.application.live.FollowNodes;
import io.trafficgen.application.port.Budgets;
import io.trafficgen.application.port.HitStore;
import io.trafficgen.application.port.HostPauses;
import io.trafficgen.application.port.IdempotencyKeys;
import io.trafficgen.application.port.Ledger;
import io.trafficgen.application.port.LiveFeed;
import io.trafficgen.application.port.PaymentProvider;
import io.trafficgen.application.port.Projects;
import io.trafficgen.application.port.Safeguards;
import io.trafficgen.application.port.Sites;
import io.trafficgen.application.port.VisitDriver;
import io.trafficgen.application.visit.DrainGrants;
import io.trafficgen.application.visit.ExitPool;
import io.trafficgen.application.visit.OpenGrants;
import io.trafficgen.application.visit.PaceProjects;
import io.trafficgen.application.visit.RunGrants;
import io.trafficgen.domain.affiliate.CommissionRule;
import io.trafficgen.domain.pricing.PriceList;
import io.trafficgen.domain.site.EgressPolicy;
import io.trafficgen.engine.ApacheGuardedHttp;
import io.trafficgen.engine.BotIdentity;
import io.trafficgen.engine.EngineBounds;
import io.trafficgen.engine.EngineSettings;
import io.trafficgen.engine.NameResolver;
import io.trafficgen.engine.worker.IsolatedVisitDriver;
import io.trafficgen.engine.worker.WorkerLaunch;
import io.trafficgen.persistence.PostgresAdminSecrets;
import io.trafficgen.persistence.PostgresBudgets;
import io.trafficgen.persistence.PostgresClock;
import io.trafficgen.persistence.PostgresDatabase;
import io.trafficgen.persistence.PostgresHitStore;
import io.trafficgen.persistence.PostgresHostPauses;
import io.trafficgen.persistence.PostgresIdempotencyKeys;
import io.trafficgen.persistence.PostgresLedger;
import io.trafficgen.persistence.PostgresNodeLeases;
import io.trafficgen.persistence.PostgresOtherNodes;
import io.trafficgen.persistence.PostgresProjects;
import io.trafficgen.persistence.PostgresSafeguards;
import io.trafficgen.persistence.PostgresSites;
import io.trafficgen.web.live.RingLiveFeed;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * The object graph of one node, new by new: what the engine, the money worker and {@link WebWiring}
 * share. Nothing runs until {@link Node} starts it.
 */
final class Wiring implements AutoCloseable {
  private static final Duration LOAD_DEADLINE = Duration.ofSeconds(30);
  private static final Duration WORKER_GRACE = Duration.ofSeconds(2);

  /** For each place: more would come near their deadline; another node had better take them. */
  private static final int WAITING = 4;

  private static final int BACKGROUND_QUEUE = 1000;

  final AppConfig config;
  final DataFolder data;
  final PostgresDatabase database;
  final PostgresClock clock;
  final RandomGenerator random = new SecureRandom();

  /** Of the node's own clock: an answer that tells of a lost database has an id as well. */
  final Supplier<UUID> ids = new TimeOrderedIds(new SteadyClock(), random);

  final PriceList prices = PriceList.standard();
  final EgressPolicy policy;
  final BotIdentity identity;
  final OpaqueTokens opaqueTokens = new OpaqueTokens(random);
  final ScheduledExecutorService timers = new TickingTimers();
  final ExecutorService loads = Executors.newVirtualThreadPerTaskExecutor();

  final BackgroundWork background = new BackgroundWork(BACKGROUND_QUEUE);

  final Metrics metrics = new Metrics();
  final LiveFeed feed;
  final Sites sites;
  final Projects projects;
  final Budgets budgets;
  final HostPauses pauses;
  final Safeguards safeguards;
  final HitStore hits;
  final Ledger ledger;
  final IdempotencyKeys idempotencyKeys;
  final ApacheGuardedHttp http;
  final List<PaymentProvider> providers;
  final IsolatedVisitDriver driver;
  final ExitPool exits;

  final SiteWiring siteWiring;
  final OfferAdmin offerAdmin;
  final Crediting crediting;
  final BookPayments bookPayments;
  final VisitWiring visitWiring;
  final PaceProjects paceProjects;
  final RunGrants runGrants;
  final DrainGrants drainGrants;
  final FollowNodes followNodes;

  Wiring(AppConfig config, DataFolder data, PostgresDatabase database) {
    this(config, data, database, PostgresNodeLeases.TIME_TO_LIVE, UnaryOperator.identity());
  }

  /**
   * @param leaseTimeToLive the same for all nodes on a database
   * @param visits what makes the visits instead of the driver that it is given
   */
  Wiring(
      AppConfig config,
      DataFolder data,
      PostgresDatabase database,
      Duration leaseTimeToLive,
      UnaryOperator<VisitDriver> visits) {
    this.config = config;
    this.data = data;
    this.database = database;
    this.clock = new PostgresClock(database, new SteadyClock());
    this.feed = new RingLiveFeed(clock);
    this.policy = new EgressPolicy(config.allowedHosts(), OwnAddresses.with(config.exits()));
    this.identity = BotWiring.identity(config, random);
    this.exits = new ExitPool(config.exits());
    this.sites = new PostgresSites(database);
    this.projects = new PostgresProjects(database);
    this.budgets = new PostgresBudgets(database);
    this.pauses = new PostgresHostPauses(database);
    this.safeguards = new PostgresSafeguards(database);
    this.hits = new PostgresHitStore(database, data.nodeName());
    this.ledger = new PostgresLedger(database);
    this.idempotencyKeys = new PostgresIdempotencyKeys(database);
    this.http = new ApacheGuardedHttp(policy, NameResolver.system(), identity, timers);
    this.providers = config.payments().providers(http);
    LoadPlaces places = LoadPlaces.here(config.loads());
    this.driver =
        new IsolatedVisitDriver(
            new EngineSettings(identity, policy, EngineBounds.standard()),
            new WorkerLaunch(
                Path.of(System.getProperty("java.home"), "bin", "java"),
                System.getProperty("java.class.path"),
                data.path().resolve("workers"),
                places.loads(),
                // of the workers' JVMs, for tests and for operators who tune
                Stream.ofNullable(System.getProperty("trafficgen.worker.option")).toList()),
            places.workers(),
            WORKER_GRACE,
            clock);
    this.siteWiring =
        new SiteWiring(
            data.key("site-tokens"), http, database, sites, projects, safeguards, feed, clock);
    this.visitWiring = new VisitWiring(this);
    MeteredDriver metered = new MeteredDriver(visits.apply(driver), places.all() * WAITING);
    OpenGrants open = visitWiring.openGrants(metered, loads, LOAD_DEADLINE);
    this.offerAdmin = new OfferAdmin(new PostgresAdminSecrets(database), opaqueTokens);
    this.crediting = new Crediting(prices, CommissionRule.standard(), ids, clock);
    this.bookPayments = MoneyWiring.book(this);
    this.paceProjects = visitWiring.pacer();
    this.runGrants =
        new RunGrants(
            data.nodeName(),
            new PostgresNodeLeases(database, leaseTimeToLive),
            budgets,
            visitWiring.outbox(),
            open,
            metered::isFull,
            clock);
    this.drainGrants = new DrainGrants(open, runGrants, driver::close, clock);
    this.followNodes =
        new FollowNodes(new PostgresOtherNodes(database, data.nodeName()), feed, clock);
  }

  @Override
  public void close() {
    background.close();
    driver.close();
    siteWiring.close();
    visitWiring.close();
    loads.shutdownNow();
    timers.shutdownNow();
    metrics.close();
  }
}
