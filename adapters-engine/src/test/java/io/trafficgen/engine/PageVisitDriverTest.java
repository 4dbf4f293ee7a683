package io.trafficgen.engine;

import static io.trafficgen.application.contract.VisitDriverContract.loadOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.trafficgen.application.contract.PageLoads;
import io.trafficgen.application.port.LoadOutcome.Loaded;
import io.trafficgen.application.port.PageLoad;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PageVisitDriverTest {
  private final TestSite site = new TestSite();
  private final ScheduledExecutorService watchdog = Executors.newSingleThreadScheduledExecutor();
  private final PageVisitDriver driver =
      new PageVisitDriver(site.settings(), NameResolver.system(), InstantSource.system(), watchdog);

  @AfterEach
  void close() {
    site.close();
    watchdog.shutdownNow();
  }

  @Test
  void without_script_everything_is_asked_for_and_nothing_runs() {
    site.html(
        "/",
        """
        <html><head><link rel="stylesheet" href="/a.css"><script src="/a.js"></script></head>
        <body onload="new Image().src = '/ran'"><img src="/a.png"><a href="/next">next</a></body></html>
        """);
    PageLoad load = loadOf(site.url("/"));

    assertThat(driver.load(PageLoads.withoutScript(load)))
        .isInstanceOfSatisfying(
            Loaded.class, loaded -> assertThat(loaded.links()).containsExactly(site.url("/next")));
    assertThat(asked()).containsExactlyInAnyOrder("/", "/a.css", "/a.js", "/a.png");

    assertThat(driver.load(load)).isInstanceOf(Loaded.class);
    assertThat(asked()).contains("/ran");
  }

  private List<String> asked() {
    return site.seen().stream().map(TestSite.Seen::path).toList();
  }
}
