package io.trafficgen.engine;

import static io.trafficgen.application.contract.VisitDriverContract.loadOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.trafficgen.application.contract.PageLoads;
import io.trafficgen.application.port.Cookie;
import io.trafficgen.application.port.HostGate;
import io.trafficgen.application.port.LoadOutcome.Loaded;
import io.trafficgen.application.port.PageWishes;
import io.trafficgen.application.port.VisitDriver;
import io.trafficgen.domain.settings.ThirdPartyBlock;
import io.trafficgen.domain.visit.FailureReason;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlainVisitDriverTest extends LoopbackLoads
    implements HostilePagesContract,
        BoundsContract,
        ExitsContract,
        IdentityContract,
        ClosedHostsContract {
  /** Everything that a page may name, and much that it only seems to. */
  private static final String RICH =
      """
      <html><head><meta charset="utf-8"><base href="/sub/"><link REL="StyleSheet preload" href="a.css">
      <link rel="preload" href="p.css" as="style"><link rel="icon" href="i.ico"><title><img src=t.png></title>
      <script src="a.js"></script><script type="module" src="m.js"></script>
      <script type="text/javascript" defer src=/d.js></script><script type="text/template"><img src="n1.png"></script>
      <style>body { background: url(bg.png) }</style></head><body>
      <!-- <img src="n2.png"> --><img src='one.png?a=1&amp;b=2'><IMG SRC="two.png?a=1&b=2"><img data-src="lazy.png">
      <img src="data:image/gif;base64,AAAA"><picture><source srcset="s.webp"><img src="p.png" srcset="p2.png 2x"></picture>
      <noscript><img src="n3.png"></noscript><textarea><img src="n4.png"></textarea>
      <input type="image" src="input.png"><embed src="e.swf"><object data="o.bin"></object>
      <video src="v.mp4"></video><iframe src="frame"></iframe><svg><image href="svg.png"/></svg>
      <a href="b#part">b</a><a href="?q=1">q</a><a href="javascript:void(0)">j</a><a href="mailto:a@b.c">m</a>
      </body></html>
      """;

  private final PlainVisitDriver driver = new PlainVisitDriver(loads());

  @Override
  public VisitDriver driver() {
    return driver;
  }

  @Override
  public HostGate gate() {
    return loads().gate();
  }

  @Test
  void it_asks_for_what_the_browser_asks_for_and_finds_the_same_links() {
    site().html("/rich", RICH);
    site().html("/sub/frame", "<img src='inner.png'><a href='/not-ours'>x</a>");
    Loaded browsers = (Loaded) new HtmlUnitVisitDriver(loads()).load(loadOf(site().url("/rich")));
    List<String> asked = asked();

    Loaded ours = assertLoads(site().url("/rich"));

    List<String> all = asked();
    assertThat(all.subList(asked.size(), all.size()))
        .containsExactlyInAnyOrderElementsOf(asked)
        .contains("/sub/a.css", "/sub/a.js", "/d.js", "/sub/one.png?a=1&b=2", "/sub/inner.png");
    assertThat(ours.links()).isEqualTo(browsers.links()).hasSize(2);
    assertThat(ours.bytes()).isEqualTo(browsers.bytes());
  }

  @Test
  void a_file_that_a_page_names_twice_is_asked_for_once() {
    site().html("/twice", "<img src='/x.png'><img src='/x.png#a'>");

    assertLoads(site().url("/twice"));

    assertThat(visits("/x.png")).isEqualTo(1);
  }

  @Test
  void cookies_of_page_and_images_are_kept_and_shown_where_they_belong() {
    site()
        .on(
            "/set",
            exchange -> {
              exchange.getResponseHeaders().add("Set-Cookie", "a=1; Path=/set; HttpOnly");
              exchange.getResponseHeaders().add("Set-Cookie", "b=2; Path=/");
              exchange.getResponseHeaders().add("Set-Cookie", "c=3; Domain=other.example");
              exchange.getResponseHeaders().add("Set-Cookie", "d=4; Max-Age=0");
              TestSite.send(exchange, 200, "text/html", "<img src='/x.png'>");
            });

    assertThat(assertLoads(site().url("/set")).cookies())
        .extracting(Cookie::name, Cookie::value, Cookie::httpOnly)
        .containsExactlyInAnyOrder(tuple("a", "1", true), tuple("b", "2", false));
    assertThat(site().seen().getLast().header("Cookie")).isEqualTo("b=2");
    assertThat(site().seen().getLast().header("Referer")).isEqualTo(site().url("/set").toString());
  }

  @Test
  void a_referer_has_no_fragment() {
    site().html("/from", "<meta http-equiv=refresh content='0; URL=/to#part'>");
    site().html("/to", "<img src='/x.png'>");

    assertLoads(site().url("/from#part"));

    assertThat(site().seen())
        .extracting(TestSite.Seen::path, one -> one.header("Referer"))
        .containsExactly(
            tuple("/from", "null"),
            tuple("/to", site().url("/from").toString()),
            tuple("/x.png", site().url("/to").toString()));
  }

  @Test
  void a_page_that_goes_on_by_itself_is_followed_as_far_as_the_browser_does() {
    site().html("/soon", "<meta http-equiv='Refresh' content='0; URL=/there'>");
    site().html("/there", "<a href='/next'>on</a><meta http-equiv=refresh content='60'>");
    site().html("/again", "<meta http-equiv=refresh content='0'>");

    assertThat(assertLoads(site().url("/soon")).links()).containsExactly(site().url("/next"));
    assertFails(site().url("/again"), FailureReason.CONTENT);
    assertThat(visits("/again")).isEqualTo(4);
  }

  @ParameterizedTest
  @CsvSource({"Bäsket full, true", "<b>Bäsket</b>, true", "Checkout, false"})
  void text_is_looked_for_as_served_and_as_shown(String text, boolean holds) {
    site().html("/", "<b>Bäsket</b> full");
    PageWishes wishes = new PageWishes(ThirdPartyBlock.ADS, Optional.of(text), Optional.empty());

    assertThat(driver.load(PageLoads.wishing(wishes, loadOf(site().url("/")))))
        .isInstanceOfSatisfying(
            Loaded.class, loaded -> assertThat(loaded.asWished()).isEqualTo(holds));
  }

  @Test
  void retry_after_is_passed_on_and_connections_are_kept_from_load_to_load() {
    site()
        .on(
            "/later",
            exchange -> {
              exchange.getResponseHeaders().set("Retry-After", "7");
              TestSite.send(exchange, 503, "text/html", "later");
            });

    assertThat(assertLoads(site().url("/later")).retryAfter()).contains(Duration.ofSeconds(7));
    assertLoads(site().url("/later"));

    assertThat(site().seen())
        .extracting(TestSite.Seen::peer)
        .hasSize(2)
        .containsOnly(site().seen().getFirst().peer());
  }

  private List<String> asked() {
    return site().seen().stream().map(TestSite.Seen::path).toList();
  }
}
