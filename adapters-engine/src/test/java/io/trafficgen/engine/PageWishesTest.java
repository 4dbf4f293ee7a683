package io.trafficgen.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.trafficgen.application.contract.PageLoads;
import io.trafficgen.application.contract.VisitDriverContract;
import io.trafficgen.application.port.LoadOutcome.Loaded;
import io.trafficgen.application.port.PageLoad;
import io.trafficgen.application.port.PageWishes;
import io.trafficgen.domain.settings.ThirdPartyBlock;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an owner wants of a load beside the page itself. */
class PageWishesTest {
  private final TestSite site = new TestSite();
  private final ScheduledExecutorService watchdog = Executors.newSingleThreadScheduledExecutor();
  private final Set<String> resolved = ConcurrentHashMap.newKeySet();
  private final PageVisitDriver driver =
      new PageVisitDriver(site.settings(), this::resolve, InstantSource.system(), watchdog);

  private List<InetAddress> resolve(String name) throws UnknownHostException {
    if (name.equals("localhost")) {
      return List.of(InetAddress.getLoopbackAddress());
    }
    resolved.add(name);
    throw new UnknownHostException(name);
  }

  @AfterEach
  void close() {
    site.close();
    watchdog.shutdownNow();
  }

  private Loaded load(String path, PageWishes wishes) {
    PageLoad load = VisitDriverContract.loadOf(site.url(path));
    return (Loaded) driver.load(PageLoads.wishing(wishes, load));
  }

  private static PageWishes blocking(ThirdPartyBlock block) {
    return new PageWishes(block, Optional.empty(), Optional.empty());
  }

  @ParameterizedTest
  @CsvSource({
    "ADS, cdn.example. www.google-analytics.com.",
    "ADS_PLUS_ANALYTICS, cdn.example.",
    "ALL, ''",
  })
  void asks_third_parties_as_far_as_the_owner_wants_and_advertisers_never(
      ThirdPartyBlock block, String asked) {
    site.html(
        "/",
        """
        <img src="http://cdn.example/a.png"><img src="http://ad.doubleclick.net/b.png">
        <script src="http://www.google-analytics.com/ga.js"></script><img src="/own.png">\
        """);
    assertThat(load("/", blocking(block)).blockedRequests()).isGreaterThanOrEqualTo(1);
    assertThat(resolved)
        .containsExactlyInAnyOrderElementsOf(
            asked.isEmpty() ? List.of() : List.of(asked.split(" ")));
    assertThat(site.seen()).extracting(TestSite.Seen::path).contains("/own.png");
  }

  @ParameterizedTest
  @CsvSource({"Basket, true", "written by script, true", "<b>Basket</b>, true", "Checkout, false"})
  void looks_for_text_as_it_was_served_and_as_scripts_left_it(String text, boolean holds) {
    site.html(
        "/",
        """
        <b>Basket</b><i id="i"></i>
        <script>document.getElementById('i').textContent = 'written ' + 'by script'</script>\
        """);
    PageWishes wishes = new PageWishes(ThirdPartyBlock.ADS, Optional.of(text), Optional.empty());
    assertThat(load("/", wishes).asWished()).isEqualTo(holds);
  }

  @Test
  void nothing_is_missed_where_nothing_was_looked_for() {
    site.html("/", "");
    assertThat(load("/", PageWishes.standard()).asWished()).isTrue();
  }
}
