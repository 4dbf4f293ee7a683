package io.trafficgen.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.trafficgen.application.contract.PageSearchContract;
import io.trafficgen.application.contract.RobotsContract;
import io.trafficgen.application.port.PageSearch.Order;
import io.trafficgen.application.port.PageSearch.Scope;
import io.trafficgen.domain.settings.CrawlSource;
import io.trafficgen.domain.site.Host;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Robots, sitemaps and links of a real site on loopback. */
class HttpPageSearchTest implements RobotsContract, PageSearchContract {
  private static final CrawlSource ON = new CrawlSource(true, Optional.empty());

  private final TestSite site = new TestSite();
  private final ScheduledExecutorService watchdog = Executors.newSingleThreadScheduledExecutor();
  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-11-23T12:00:00Z"));
  private final ApacheGuardedHttp http =
      new ApacheGuardedHttp(
          site.policy(),
          NameResolver.system(),
          new BotIdentity("1.2.3", URI.create("https://traffic.example")),
          watchdog);
  private final HttpRobots robots = new HttpRobots(http, now::get);

  @AfterEach
  void close() {
    site.close();
    watchdog.shutdownNow();
  }

  @Override
  public HttpRobots robots() {
    return robots;
  }

  @Override
  public HttpPageSearch search() {
    return new HttpPageSearch(http, robots, now::get);
  }

  @Override
  public URI page(String path) {
    return site.url(path);
  }

  @Override
  public void robotsTxt(String text) {
    site.text("/robots.txt", "text/plain", text);
  }

  @Override
  public URI linking(String path, List<String> links) {
    return site.linking(path, 200, links);
  }

  @Override
  public URI redirecting(String path, String to) {
    site.redirect(path, 302, to);
    return site.url(path);
  }

  private List<String> found(CrawlSource sitemap, CrawlSource crawler) {
    Predicate<URI> here = Host.parse(site.host())::covers;
    return search()
        .search(new Scope(here, here, 60), List.of(site.url("/")), new Order(sitemap, crawler))
        .stream()
        .map(url -> url.toString().replace(site.url("").toString(), ""))
        .toList();
  }

  private String map(String... paths) {
    return Stream.of(paths)
        .map(path -> "<url><loc>" + site.url(path) + "</loc></url>")
        .collect(
            Collectors.joining(
                "", "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">", "</urlset>"));
  }

  private long asked(String path) {
    return site.seen().stream().filter(seen -> seen.path().equals(path)).count();
  }

  @Test
  void reads_the_usual_sitemap_and_leaves_out_what_robots_or_the_host_forbid() {
    site.text("/robots.txt", "text/plain", "User-agent: trafficgenbot\nDisallow: /private\n");
    site.text(
        "/sitemap.xml",
        "application/xml",
        map("/a", "/private/b", "/c.pdf", "/d?x=1#top")
            .replace("</urlset>", "<url><loc>http://other.example/e</loc></url></urlset>"));
    assertThat(found(ON, OFF)).containsExactly("/a", "/d?x=1");
    assertThat(asked("/robots.txt")).isEqualTo(1);
    assertThat(site.seen())
        .allSatisfy(seen -> {
          assertThat(seen.header("User-Agent")).startsWith("TrafficGenBot/1.2.3");
          assertThat(seen.headers()).doesNotContainKey("X-trafficgen-visit");
        });
  }

  @Test
  void follows_an_index_that_robots_name_to_packed_sitemaps() throws IOException {
    site.text("/robots.txt", "text/plain", "Sitemap: " + site.url("/maps/index.xml") + "\n");
    site.text(
        "/maps/index.xml",
        "application/xml",
        "<sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\"><sitemap><loc>"
            + site.url("/maps/1.xml.gz")
            + "</loc></sitemap></sitemapindex>");
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      out.write(map("/packed").getBytes(StandardCharsets.UTF_8));
    }
    site.on(
        "/maps/1.xml.gz",
        exchange -> {
          exchange.getResponseHeaders().set("Content-Type", "application/gzip");
          exchange.sendResponseHeaders(200, packed.size());
          exchange.getResponseBody().write(packed.toByteArray());
        });
    assertThat(found(ON, OFF)).containsExactly("/packed");
  }

  @Test
  void asks_for_nothing_that_a_hostile_sitemap_names_as_an_entity() {
    site.text("/secret", "text/plain", "/stolen");
    site.text(
        "/sitemap.xml",
        "application/xml",
        "<!DOCTYPE urlset [<!ENTITY x SYSTEM \""
            + site.url("/secret")
            + "\">]>"
            + map("/a&x;", "/b"));
    assertThat(found(ON, OFF)).noneMatch(path -> path.contains("stolen"));
    assertThat(asked("/secret")).isZero();
  }

  @Test
  void crawls_links_broad_before_deep_and_in_bounds() {
    site.html("/", "<a href='/1'>1</a><a href='/2#x'>2</a><a rel=nofollow href='/no'>no</a>");
    site.html("/1", "<a href='/1/1'>1</a><a href='http://other.example/'>o</a><a href='/'>h</a>");
    site.html("/2", "");
    site.html("/1/1", "<a href='/1/1/1'>1</a>");
    site.html("/1/1/1", "<a href='/1/1/1/1'>too deep</a>");
    assertThat(found(OFF, ON)).containsExactly("/1", "/2", "/1/1", "/", "/1/1/1");
    assertThat(asked("/1/1/1")).isZero();
  }

  @Test
  void an_endless_site_costs_a_bounded_number_of_fetches() {
    List<String> paths = Stream.iterate(0, i -> i + 1).limit(300).map(i -> "/p" + i).toList();
    site.linking("/", 200, paths);
    paths.forEach(path -> site.linking(path, 200, paths));
    assertThat(found(OFF, ON)).hasSize(300);
    assertThat(site.seen()).hasSizeLessThanOrEqualTo(51);
  }

  @Test
  void a_file_that_is_not_there_allows_all_and_one_that_cannot_be_had_nothing() {
    assertThat(robots.allows(site.url("/x"))).isTrue();
    now.set(now.get().plus(Duration.ofDays(1)));
    site.on("/robots.txt", exchange -> TestSite.send(exchange, 503, "text/plain", ""));
    assertThat(robots.allows(site.url("/x"))).isFalse();
    site.text("/robots.txt", "text/plain", "User-agent: *\nDisallow: /x\nAllow: /x/y$\n");
    assertThat(robots.allows(site.url("/z"))).isFalse();
    now.set(now.get().plus(Duration.ofMinutes(5)));
    assertThat(robots.allows(site.url("/z"))).isTrue();
    assertThat(robots.allows(site.url("/x/a"))).isFalse();
    assertThat(robots.allows(site.url("/x/y"))).isTrue();
    assertThat(asked("/robots.txt")).isEqualTo(3);
  }

  @Test
  void redirects_to_the_file_are_followed_on_the_host() {
    site.redirect("/robots.txt", 301, "/rules");
    site.text("/rules", "text/plain", "User-agent: *\nDisallow: /cart\n");
    assertThat(robots.allows(site.url("/shop"))).isTrue();
    assertThat(robots.allows(site.url("/cart/1"))).isFalse();
  }
}
