package io.trafficgen.web;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.trafficgen.application.account.OfferAdmin;
import io.trafficgen.application.account.OpaqueTokens;
import io.trafficgen.application.billing.ReceiveWebhook;
import io.trafficgen.application.live.WatchEverything;
import io.trafficgen.application.live.WatchLive;
import io.trafficgen.application.project.ChangeProject;
import io.trafficgen.application.project.CreateProject;
import io.trafficgen.application.project.ExportHits;
import io.trafficgen.application.project.ListHits;
import io.trafficgen.application.project.ListProjects;
import io.trafficgen.application.project.ListVisits;
import io.trafficgen.application.project.NoticeSecrets;
import io.trafficgen.application.project.PlanReports;
import io.trafficgen.application.project.PreviewPlan;
import io.trafficgen.application.project.ProjectReports;
import io.trafficgen.application.project.RemoveProject;
import io.trafficgen.application.project.ReplaceSettings;
import io.trafficgen.application.project.ShowNoticeSecret;
import io.trafficgen.application.project.ShowPlan;
import io.trafficgen.application.project.ShowProject;
import io.trafficgen.application.project.ShowStats;
import io.trafficgen.application.project.StartConditions;
import io.trafficgen.application.project.StartProject;
import io.trafficgen.application.project.StopProject;
import io.trafficgen.domain.pricing.PricingCurve;
import io.trafficgen.web.live.LiveStream;
import io.trafficgen.web.live.LiveTickets;
import io.trafficgen.web.live.RingLiveFeed;
import io.trafficgen.web.security.SessionTokens;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The real server and the real use cases over ports in memory. */
final class TestHouse implements AutoCloseable {
  static final String WEBHOOK_SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
  static final String BASE_URL = "http://localhost:8080";
  static final Instant START = Instant.parse("2026-11-22T18:30:00.123Z");

  final TrialRoutes trial = new TrialRoutes();
  final TestPorts ports = new TestPorts();
  final AtomicReference<Instant> now = new AtomicReference<>(START);
  final InstantSource clock = now::get;
  final RingLiveFeed feed = new RingLiveFeed(clock);
  final MeterRegistry meters = new SimpleMeterRegistry();

  /** How often the worker of the inbox was woken. */
  final AtomicInteger booked = new AtomicInteger();

  final String adminSecret;
  final List<RouteGroup> groups;
  final WebServer server;

  private final HttpClient http = HttpClient.newHttpClient();
  final Random random = new Random(1);
  final Supplier<UUID> ids = this::freshId;
  final OpaqueTokens opaque = new OpaqueTokens(random);
  final SessionTokens tokens = new SessionTokens(Map.of("k1", new byte[32]), "k1", BASE_URL, clock);
  private final TestAccounts accounts;
  private final Access access;
  private final TestSites sites = new TestSites(ports, feed, clock);
  private final StartConditions conditions = sites.conditions();
  private final ProjectReports reports =
      new ProjectReports(
          ports.budgets,
          ports.safeguards.pauses(),
          ports.sites,
          ports.exits,
          ports.safeguards,
          clock);

  private TestHouse(TestSurroundings around) {
    adminSecret = new OfferAdmin(ports.account.adminSecrets(), opaque).offer().orElseThrow();
    accounts = new TestAccounts(this, around);
    access = accounts.access();
    LiveStream stream =
        new LiveStream(
            new WatchLive(feed, ports.projects),
            new WatchEverything(feed),
            around.heartbeat(),
            clock);
    List<RouteGroup> others =
        List.of(
            TestBilling.routes(ports, access, ids, random, clock),
            sites.routes(ids, access),
            projects(),
            plans(),
            new SettingsRoutes(
                new ShowProject(ports.projects, reports),
                new ReplaceSettings(ports.projects, conditions),
                access),
            new ProjectActivityRoutes(
                new ShowStats(ports.projects, ports.hits, clock),
                new ListVisits(ports.hits),
                new ListHits(ports.hits),
                new ExportHits(ports.hits),
                access),
            new LiveRoutes(stream, new LiveTickets(random, clock), access, URI.create(BASE_URL)),
            new WebhookRoutes(
                new ReceiveWebhook(
                    TestProviders.all(WEBHOOK_SECRET),
                    ports.inbox,
                    booked::incrementAndGet,
                    ids,
                    clock),
                meters),
            new OperateRoutes(() -> trial.failure.get().isEmpty()),
            new ConsoleRoutes(),
            TestBot.routes(ports, access),
            trial);
    groups =
        Stream.of(
                accounts.routes(access),
                TestAffiliates.routes(this, around, access),
                TestLedger.routes(ports, access, booked::incrementAndGet, ids, clock),
                TestSafety.routes(ports, feed, access, ids, clock),
                others)
            .flatMap(List::stream)
            .toList();
    server =
        new WebServer(
            groups,
            new Problems(IllegalMonitorStateException.class::isInstance, ids),
            stream,
            around.edge(access, clock, meters));
  }

  /** Opens the house on a free port of this machine. */
  static TestHouse open() {
    return open(TestSurroundings.ample());
  }

  static TestHouse open(TestSurroundings around) {
    TestHouse house = new TestHouse(around);
    house.server.start(true, 0);
    return house;
  }

  TestClient client() {
    return new TestClient(http, "http://localhost:" + server.port());
  }

  /** Hangs up first, so that the server need not wait for idle connections. */
  @Override
  public void close() {
    http.shutdownNow();
    server.close();
  }

  private UUID freshId() {
    return new UUID(random.nextLong(), random.nextLong());
  }

  private RouteGroup plans() {
    PlanReports plans =
        new PlanReports(
            ports.sites, ports.exits, conditions, PricingCurve.standard(), ports.safeguards, clock);
    return new PlanRoutes(
        new PreviewPlan(ports.ledger, plans, clock),
        new ShowPlan(ports.projects, ports.budgets, plans),
        access);
  }

  private RouteGroup projects() {
    return new ProjectRoutes(
        new CreateProject(ports.projects, conditions, reports, ids, clock),
        new ListProjects(ports.projects, reports),
        new ShowProject(ports.projects, reports),
        new ChangeProject(ports.projects, reports, clock),
        new RemoveProject(ports.projects, feed, clock),
        new StartProject(ports.projects, conditions, reports, clock),
        new StopProject(ports.projects, feed, reports),
        new ShowNoticeSecret(ports.projects, new NoticeSecrets(new byte[32])),
        access);
  }
}
