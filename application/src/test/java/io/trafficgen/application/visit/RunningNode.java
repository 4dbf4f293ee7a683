package io.trafficgen.application.visit;

import io.trafficgen.application.fake.InMemoryCookieJars;
import io.trafficgen.application.fake.InMemoryFoundPages;
import io.trafficgen.application.fake.InMemoryHitSpool;
import io.trafficgen.application.fake.InMemoryHostPauses;
import io.trafficgen.application.fake.InMemorySafeguards;
import io.trafficgen.application.fake.InMemorySites;
import io.trafficgen.application.fake.RecordingHitStore;
import io.trafficgen.application.fake.RecordingLiveFeed;
import io.trafficgen.application.fake.ScriptedBudgets;
import io.trafficgen.application.fake.ScriptedVisitDriver;
import io.trafficgen.application.fake.SteppedTime;
import io.trafficgen.application.port.Budgets.ClaimedGrant;
import io.trafficgen.application.port.VisitDriver;
import io.trafficgen.domain.account.AccountId;
import io.trafficgen.domain.exit.ExitList;
import io.trafficgen.domain.project.ProjectId;
import io.trafficgen.domain.safety.HostClosures;
import io.trafficgen.domain.settings.ProjectSettings;
import io.trafficgen.domain.settings.SettingsDocument;
import io.trafficgen.domain.site.Host;
import io.trafficgen.domain.site.ProofMethod;
import io.trafficgen.domain.site.Site;
import io.trafficgen.domain.site.SiteId;
import io.trafficgen.domain.site.SiteTerms;
import io.trafficgen.domain.site.Verification;
import io.trafficgen.domain.visit.Grant;
import io.trafficgen.domain.visit.GrantId;
import io.trafficgen.domain.visit.Window;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executor;

/** One node of the fleet with its time in a test's hands. */
final class RunningNode {
  private static final Instant START = Instant.parse("2026-11-23T12:00:00Z");
  static final URI PAGE = URI.create("http://shop.example/");
  static final AccountId OWNER = new AccountId(new UUID(5, 6));
  static final GrantId GRANT = new GrantId(new UUID(1, 2));

  final SteppedTime time = new SteppedTime(START);
  final RecordingHitStore store = new RecordingHitStore();
  final RecordingLiveFeed feed = new RecordingLiveFeed();
  final InMemoryHitSpool spool = new InMemoryHitSpool(100);
  final ScriptedBudgets budgets = new ScriptedBudgets(store);
  final ScriptedVisitDriver driver;
  final InMemorySites sites = new InMemorySites();
  final ExitPool exits;
  final InMemoryHostPauses pauses = new InMemoryHostPauses();
  final InMemoryCookieJars jars = new InMemoryCookieJars();
  final InMemoryFoundPages found = new InMemoryFoundPages();

  /** Paths that the sites' robots.txt forbid. */
  final Set<String> forbidden = new HashSet<>();

  final List<URI> askedOfRobots = new ArrayList<>();

  /** What every request of a load meets. */
  HostClosures closures = HostClosures.none();

  final Outbox outbox = new Outbox(store, spool, pauses, jars, feed);
  final InMemorySafeguards safeguards = new InMemorySafeguards();
  final OpenGrants open;
  final RunGrants engine;
  boolean busy;
  private int offers;
  Executor loads = Runnable::run;

  /** Its visits meet the pages that are put into {@link #driver}. */
  RunningNode() {
    this(ExitList.standard());
  }

  /** All its visits are driven by {@code visits}. */
  RunningNode(VisitDriver visits) {
    this(visits, new ScriptedVisitDriver(), ExitList.standard());
  }

  /** Its visits leave by {@code list}. */
  RunningNode(ExitList list) {
    this(new ScriptedVisitDriver(), list);
  }

  private RunningNode(ScriptedVisitDriver driver, ExitList list) {
    this(driver, driver, list);
  }

  private RunningNode(VisitDriver visits, ScriptedVisitDriver driver, ExitList list) {
    exits = new ExitPool(list);
    this.driver = driver;
    open =
        new OpenGrants(
            sites,
            exits,
            found,
            jars,
            new ClosedHosts(safeguards, pauses, now -> closures = now),
            outbox,
            new Engine(
                visits,
                this::robots,
                task -> loads.execute(task),
                time,
                time,
                Duration.ofSeconds(30)));
    verify(SiteTerms.none());
    engine = new RunGrants("node", new AlwaysAlive(), budgets, outbox, open, () -> busy, time);
  }

  /** The host of {@link #PAGE} is verified, under these terms from now on. */
  void verify(SiteTerms terms) {
    Verification proof = new Verification(ProofMethod.FILE, terms);
    Site site = site(Host.of(PAGE), proof);
    sites.add(site);
    sites.checks().record(site, Optional.of(proof), START, project -> false);
  }

  private static Site site(Host host, Verification proof) {
    return new Site(
        new SiteId(UUID.nameUUIDFromBytes(host.toString().getBytes(StandardCharsets.UTF_8))),
        OWNER,
        host,
        Optional.of(proof),
        Optional.of(START),
        START);
  }

  private boolean robots(URI page) {
    askedOfRobots.add(page);
    return !forbidden.contains(page.getPath());
  }

  /**
   * Gives the node a grant of {@code n} visits with its next claim; the first is {@link #GRANT}.
   */
  void offer(int n, int watermark, boolean spread, String settings) {
    Grant grant =
        new Grant(
            new GrantId(new UUID(1, 2 + offers++)),
            new ProjectId(new UUID(3, 4)),
            0,
            OWNER,
            Host.parse("shop.example"),
            "any",
            LocalDate.parse("2026-11-23"),
            n,
            Window.from(time.instant()),
            spread);
    budgets.offer(new ClaimedGrant(grant, watermark, SettingsDocument.parse(settings)));
  }

  /** These were found on the sites of the grants' project, by these settings. */
  void find(String settings, List<URI> pages) {
    ProjectId project = new ProjectId(new UUID(3, 4));
    String wish = DiscoverPages.wish(ProjectSettings.parse(SettingsDocument.parse(settings)));
    found.claim(project, wish, START, START, START);
    found.store(project, wish, pages, START);
  }

  /** From now on the account of the grants has proved control of {@code host}. */
  void verify(String host) {
    sites.add(site(Host.parse(host), new Verification(ProofMethod.FILE, SiteTerms.none())));
  }

  /** Ten seconds on one page, and {@code more}. */
  static String settings(String more) {
    return "{\"entryUrls\":\"" + PAGE + "\",\"timeOnPage\":\"10 seconds\"" + more + "}";
  }

  /** One beat a second, as the schedule has it. */
  void run(int seconds) {
    for (int beat = 0; beat < seconds; beat++) {
      engine.run();
      time.advance(Duration.ofSeconds(1));
    }
  }
}
