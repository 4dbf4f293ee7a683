package io.trafficgen.engine;

import static io.trafficgen.application.contract.VisitDriverContract.loadOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.trafficgen.application.contract.PageLoads;
import io.trafficgen.application.port.LoadOutcome.Loaded;
import io.trafficgen.application.port.PageLoad;
import io.trafficgen.application.port.PageWishes;
import io.trafficgen.domain.project.ProjectId;
import io.trafficgen.domain.settings.ThirdPartyBlock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.apache.http.HttpVersion;
import org.apache.http.message.BasicHttpResponse;
import org.htmlunit.util.NameValuePair;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code cacheWebsite} as the site sees it. */
class SiteCacheTest {
  private static final ProjectId ONE = new ProjectId(new UUID(0, 1));
  private static final ProjectId OTHER = new ProjectId(new UUID(0, 2));

  private final AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);
  private final InstantSource clock = now::get;
  private final TestSite site = new TestSite();
  private final ScheduledExecutorService watchdog = Executors.newSingleThreadScheduledExecutor();
  private final PageVisitDriver driver =
      new PageVisitDriver(site.settings(), NameResolver.system(), clock, watchdog);

  @BeforeEach
  void open() {
    keeping(
        "/",
        "text/html",
        "<link rel=stylesheet href=/a.css><script src=/a.js></script>"
            + "<img src=/a.png><img src=/b.png><iframe src=/frame></iframe>");
    keeping("/frame", "text/html", "<p>framed</p>");
    keeping("/a.css", "text/css", "p { top: 1px }");
    keeping("/a.js", "text/javascript", "new Image().src = '/ran.png'");
    keeping("/a.png", "image/png", "x");
    site.text("/b.png", "image/png", "x");
  }

  @AfterEach
  void close() {
    site.close();
    watchdog.shutdownNow();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void files_are_asked_for_once_and_pages_every_time(boolean script) {
    load(script, Optional.of(ONE));
    int first = site.seen().size();
    load(script, Optional.of(ONE));

    List<String> again = asked(first);
    assertThat(again).contains("/", "/frame", "/b.png");
    assertThat(again).doesNotContain("/a.css", "/a.js", "/a.png");
    assertThat(again.contains("/ran.png")).isEqualTo(script);

    now.set(now.get().plus(Duration.ofMinutes(2)));
    int before = site.seen().size();
    load(script, Optional.of(ONE));
    assertThat(asked(before)).contains("/a.css", "/a.js", "/a.png");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void nothing_is_kept_for_others_or_for_who_does_not_want_it(boolean script) {
    load(script, Optional.of(ONE));
    for (Optional<ProjectId> project : List.of(Optional.of(OTHER), Optional.<ProjectId>empty())) {
      int before = site.seen().size();
      load(script, project);
      assertThat(asked(before)).contains("/", "/a.css", "/a.js", "/a.png");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "200 | Cache-Control: max-age=60 | 60",
        "200 | Cache-Control: public, max-age=60, immutable | 60",
        "200 | Cache-Control: max-age=60, S-MaxAge=\"90\" | 90",
        "200 | Cache-Control: max-age=60; Age: 20 | 40",
        "200 | Cache-Control: max-age=60; Vary: Accept-Encoding | 60",
        "200 | Cache-Control: max-age=60; Vary: User-Agent | 0",
        "200 | Cache-Control: max-age=60; Set-Cookie: a=b | 0",
        "200 | Cache-Control: private, max-age=60 | 0",
        "200 | Cache-Control: max-age=60; Cache-Control: private | 0",
        "200 | Cache-Control: public; Cache-Control: max-age=60 | 60",
        "200 | Cache-Control: max-age=60; Vary: Accept-Encoding; Vary: Origin | 0",
        "200 | Cache-Control: max-age=60; Vary: Accept-Encoding; Vary: accept-encoding | 60",
        "200 | Cache-Control: no-store, max-age=60 | 0",
        "200 | Cache-Control: no-cache, max-age=60 | 0",
        "200 | Cache-Control: max-age=0, immutable | 0",
        "200 | Cache-Control: max-age=60; Age: 80 | 0",
        "200 | Last-Modified: Thu, 01 Jan 1970 00:00:00 GMT | 0",
        "404 | Cache-Control: max-age=60 | 0",
      })
  void an_answer_is_kept_as_long_as_its_site_says(int status, String headers, long seconds) {
    BasicHttpResponse response = new BasicHttpResponse(HttpVersion.HTTP_1_1, status, "");
    Arrays.stream(headers.split("; "))
        .map(line -> line.split(": ", 2))
        .forEach(header -> response.addHeader(header[0], header[1]));

    assertThat(Freshness.of(response).orElse(Duration.ZERO)).hasSeconds(seconds);
  }

  @Test
  void it_keeps_no_more_bytes_than_it_may() {
    SiteCache cache = new SiteCache(100_000, clock);
    BasicHttpResponse response = new BasicHttpResponse(HttpVersion.HTTP_1_1, 200, "");
    response.addHeader("Cache-Control", "max-age=60");
    for (int i = 0; i < 100; i++) {
      cache.keep(ONE, site.url("/" + i), response, new byte[10_000]);
    }

    assertThat(IntStream.range(0, 100))
        .filteredOn(i -> cache.find(ONE, site.url("/" + i)).isPresent())
        .hasSizeBetween(1, 8);
  }

  @Test
  void addresses_and_headers_count_as_well_and_headers_that_nobody_needs_are_not_kept() {
    SiteCache cache = new SiteCache(100_000, clock);
    BasicHttpResponse response = new BasicHttpResponse(HttpVersion.HTTP_1_1, 200, "");
    response.addHeader("Cache-Control", "max-age=60");
    response.addHeader("Content-Type", "text/css; " + "x".repeat(5_000));
    response.addHeader("X-Large", "x".repeat(90_000));
    String longest = "/" + "y".repeat(5_000);
    for (int i = 0; i < 100; i++) {
      cache.keep(ONE, site.url(longest + i), response, new byte[0]);
    }

    assertThat(IntStream.range(0, 100).mapToObj(i -> cache.find(ONE, site.url(longest + i))))
        .filteredOn(Optional::isPresent)
        .hasSizeBetween(1, 5)
        .allSatisfy(kept ->
            assertThat(kept.orElseThrow().headers())
                .extracting(NameValuePair::getName)
                .containsExactly("Cache-Control", "Content-Type"));
  }

  private void keeping(String path, String type, String body) {
    site.on(
        path,
        exchange -> {
          exchange.getResponseHeaders().set("Cache-Control", "public, max-age=60");
          TestSite.send(exchange, 200, type, body);
        });
  }

  private void load(boolean script, Optional<ProjectId> cache) {
    PageLoad load =
        PageLoads.wishing(
            new PageWishes(ThirdPartyBlock.ADS, Optional.empty(), cache), loadOf(site.url("/")));
    assertThat(driver.load(script ? load : PageLoads.withoutScript(load)))
        .isInstanceOf(Loaded.class);
  }

  private List<String> asked(int from) {
    return site.seen().stream().skip(from).map(TestSite.Seen::path).toList();
  }
}
