package io.trafficgen.engine;

import static io.trafficgen.application.contract.VisitDriverContract.loadOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.trafficgen.application.contract.PageLoads;
import io.trafficgen.application.port.LoadOutcome;
import io.trafficgen.application.port.LoadOutcome.Loaded;
import io.trafficgen.application.port.VisitDriver;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HtmlUnitVisitDriverTest
    implements HostilePagesContract,
        HostileScriptsContract,
        BoundsContract,
        ExitsContract,
        IdentityContract {
  private final TestSite site = new TestSite();
  private final ScheduledExecutorService watchdog = Executors.newSingleThreadScheduledExecutor();
  private final HtmlUnitVisitDriver driver =
      new HtmlUnitVisitDriver(
          settings(), HtmlUnitVisitDriverTest::resolve, InstantSource.system(), watchdog);

  @AfterEach
  void close() {
    site.close();
    watchdog.shutdownNow();
  }

  @Override
  public VisitDriver driver() {
    return driver;
  }

  @Override
  public TestSite site() {
    return site;
  }

  @Test
  void without_script_a_page_loads_and_asks_for_no_script_and_no_style() {
    site.html(
        "/",
        """
        <html><head><link rel="stylesheet" href="/a.css"><script src="/a.js"></script></head>
        <body onload="document.title = 'ran'"><script>location.href = '/ran'</script>
        <img src="/a.png"><a href="/next">next</a></body></html>
        """);

    LoadOutcome outcome = driver.load(PageLoads.withoutScript(loadOf(site.url("/"))));

    assertThat(outcome)
        .isInstanceOfSatisfying(
            Loaded.class, loaded -> assertThat(loaded.links()).containsExactly(site.url("/next")));
    assertThat(site.seen())
        .extracting(TestSite.Seen::path)
        .containsExactlyInAnyOrder("/", "/a.png");
  }

  /** As the hosts file says. */
  private static List<InetAddress> resolve(String name) throws UnknownHostException {
    return switch (name) {
      case "localhost", "private.shop.com." -> List.of(InetAddress.getLoopbackAddress());
      default -> throw new UnknownHostException(name);
    };
  }
}
