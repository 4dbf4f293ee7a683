package io.trafficgen.engine.exit;

import static io.trafficgen.application.contract.VisitDriverContract.loadOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.trafficgen.application.contract.PageLoads;
import io.trafficgen.application.port.LoadOutcome.Loaded;
import io.trafficgen.application.port.PageLoad;
import io.trafficgen.domain.exit.Exit;
import io.trafficgen.domain.exit.ExitSelection;
import io.trafficgen.domain.exit.ProxyAddress.Kind;
import io.trafficgen.domain.settings.Country;
import io.trafficgen.domain.settings.ProjectSettings;
import io.trafficgen.domain.settings.SettingsDocument;
import io.trafficgen.domain.visit.VisitPlan;
import io.trafficgen.engine.NameResolver;
import io.trafficgen.engine.PageVisitDriver;
import io.trafficgen.engine.TestProxy;
import io.trafficgen.engine.TestSite;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.junit.jupiter.api.Test;

/** The split of the settings as the proxies see it. */
class GeoSplitTest {
  private static final int VISITS = 100;

  private final ScheduledExecutorService watchdog = Executors.newSingleThreadScheduledExecutor();

  @Test
  void seventy_and_thirty_percent_arrive_at_the_exits_of_their_countries() {
    try (TestSite site = new TestSite();
        TestProxy german = new TestProxy();
        TestProxy american = new TestProxy()) {
      site.html("/", "<p>here</p>");
      ProjectSettings settings = settings(site.url("/"));
      ExitSelection exits =
          new ExitSelection(
              List.of(exit(german, Kind.HTTP, "DE"), exit(american, Kind.SOCKS5, "US")),
              settings.routing());
      PageVisitDriver driver = driver(site);

      for (long seed = 0; seed < VISITS; seed++) {
        SplittableRandom random = new SplittableRandom(seed);
        VisitPlan plan = VisitPlan.next(settings, Instant.EPOCH, random);
        Exit exit = exits.pick(plan.country(), any -> true, 1, random).orElseThrow();
        assertThat(driver.load(through(exit, site.url("/")))).isInstanceOf(Loaded.class);
      }

      // a proxy's connection carries many visits
      long fromGermany = arrived(site, german);
      assertThat(fromGermany).isBetween(60L, 80L);
      assertThat(arrived(site, american)).isEqualTo(VISITS - fromGermany);
      assertThat(site.seen()).hasSize(VISITS);
    } finally {
      watchdog.shutdownNow();
    }
  }

  private static long arrived(TestSite site, TestProxy proxy) {
    return site.seen().stream().filter(seen -> proxy.ports().contains(seen.peer())).count();
  }

  private PageVisitDriver driver(TestSite site) {
    return new PageVisitDriver(
        site.settings(), NameResolver.system(), InstantSource.system(), watchdog);
  }

  private static ProjectSettings settings(URI page) {
    return ProjectSettings.parse(
        SettingsDocument.parse(
            "{\"entryUrls\":\"%s\",\"geoTargets\":[{\"cc\":\"DE\",\"w\":7},{\"cc\":\"US\",\"w\":3}]}"
                .formatted(page)));
  }

  private static Exit exit(TestProxy proxy, Kind kind, String country) {
    return new Exit(
        country,
        Optional.of(new Country(country)),
        Optional.empty(),
        Optional.of(proxy.address(kind)),
        Optional.empty(),
        10);
  }

  private static PageLoad through(Exit exit, URI url) {
    return PageLoads.withoutScript(PageLoads.through(exit, loadOf(url)));
  }
}
