package io.trafficgen.engine.worker;

import static io.trafficgen.application.contract.VisitDriverContract.loadOf;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import io.trafficgen.application.contract.PageLoads;
import io.trafficgen.application.port.LoadOutcome;
import io.trafficgen.application.port.LoadOutcome.Loaded;
import io.trafficgen.application.port.LoadOutcome.NotLoaded;
import io.trafficgen.application.port.PageLoad;
import io.trafficgen.domain.exit.ProxyAddress.Kind;
import io.trafficgen.domain.visit.FailureReason;
import io.trafficgen.engine.TestProxy;
import io.trafficgen.engine.TestSite;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A name that leads to a public address while its page is asked for and elsewhere from then on. The
 * public address is reached by a proxy, as nothing here leaves this machine; the proxy takes all
 * that it is asked for to one server or the other, so that what the guard let through would be
 * seen.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RebindingTest {
  private static final String NAME = "rebind.shop.com";
  private static final String PUBLIC = "93.184.215.14";
  private static final List<String> FORBIDDEN =
      List.of("127.0.0.1", "10.0.0.1", "169.254.169.254", "::1", "fd00::1", "::ffff:127.0.0.1");

  private static final String TRIES =
      """
      <script src='/in.js'></script><img src='/in.png'><iframe src='/in.html'></iframe>
      <link rel=stylesheet href='/in.css'><a href='/on'>on</a><script>
      ['GET', 'POST', 'OPTIONS'].forEach(function (method) {
        var x = new XMLHttpRequest(); x.open(method, '/in.txt', false);
        try { x.send() } catch (e) {}
      });
      navigator.sendBeacon('/in.beacon', 'b'); new Image().src = '/in.gif';
      </script>
      """;

  @TempDir static Path folder;
  private final TestSite shown = new TestSite();
  private final TestSite hidden = new TestSite();
  private final TestProxy proxy =
      new TestProxy(target -> at(target.getHostString().equals(PUBLIC) ? shown : hidden));
  private List<String> next = List.of();
  private IsolatedVisitDriver driver;

  @BeforeAll
  void open() throws Exception {
    driver = TestWorkers.of(folder, "unused.example").open(1);
    shown.on("/", exchange -> TestSite.send(rebinding(exchange), 200, "text/html", TRIES));
    shown.on(
        "/leading",
        exchange -> {
          rebinding(exchange).getResponseHeaders().set("Location", "http://" + NAME + "/in");
          exchange.sendResponseHeaders(302, -1);
        });
  }

  @AfterAll
  void close() {
    driver.close();
    proxy.close();
    shown.close();
    hidden.close();
  }

  @ParameterizedTest
  @CsvSource({"HTTP, true", "HTTP, false", "SOCKS5, true", "SOCKS5, false"})
  void no_part_of_a_page_is_asked_of_an_address_that_its_name_got_meanwhile(
      Kind kind, boolean script) throws Exception {
    for (String address : FORBIDDEN) {
      assertThat(visit("/", kind, script, List.of(address)))
          .as(address)
          .isInstanceOfSatisfying(
              Loaded.class,
              loaded -> assertThat(loaded.blockedRequests()).isGreaterThanOrEqualTo(4));
    }
    assertThat(visit("/", kind, script, List.of(PUBLIC, "127.0.0.1"))).isInstanceOf(Loaded.class);

    assertNothingWasAskedOf(hidden);
  }

  @ParameterizedTest
  @CsvSource({"HTTP, true", "HTTP, false", "SOCKS5, true", "SOCKS5, false"})
  void no_redirect_is_followed_there(Kind kind, boolean script) throws Exception {
    for (String address : FORBIDDEN) {
      assertThat(visit("/leading", kind, script, List.of(address)))
          .isInstanceOfSatisfying(
              NotLoaded.class,
              failed -> assertThat(failed.reason()).isEqualTo(FailureReason.GUARD));
    }

    assertNothingWasAskedOf(hidden);
  }

  /** Or the tests above would show nothing: a name may move, and what is asked moves with it. */
  @Test
  void another_public_address_is_asked() throws Exception {
    try (TestSite moved = new TestSite();
        TestProxy way =
            new TestProxy(target -> at(target.getHostString().equals(PUBLIC) ? shown : moved))) {
      resolveTo(List.of(PUBLIC));
      next = List.of("93.184.215.15");
      driver.load(PageLoads.through(way.exit(Kind.SOCKS5), page("/")));

      assertThat(moved.seen())
          .extracting(TestSite.Seen::path)
          .contains("/in.js", "/in.txt", "/in.beacon", "/in.html");
    }
  }

  private LoadOutcome visit(String path, Kind kind, boolean script, List<String> addresses)
      throws IOException {
    resolveTo(List.of(PUBLIC));
    next = addresses;
    PageLoad load = PageLoads.through(proxy.exit(kind), page(path));
    return driver.load(script ? load : PageLoads.withoutScript(load));
  }

  private void assertNothingWasAskedOf(TestSite site) {
    assertThat(site.seen()).isEmpty();
    assertThat(proxy.asked()).isNotEmpty().containsOnly(PUBLIC + ":80");
  }

  private static PageLoad page(String path) {
    return loadOf(URI.create("http://" + NAME + path));
  }

  private static InetSocketAddress at(TestSite site) {
    URI url = site.url("/");
    return new InetSocketAddress(url.getHost(), url.getPort());
  }

  /** Nothing is kept of the connection either, so that each part of the page asks for the name. */
  private HttpExchange rebinding(HttpExchange exchange) throws IOException {
    resolveTo(next);
    exchange.getResponseHeaders().set("Connection", "close");
    return exchange;
  }

  private static void resolveTo(List<String> addresses) throws IOException {
    StringBuilder hosts = new StringBuilder();
    addresses.forEach(address -> hosts.append(address).append(' ').append(NAME).append(".\n"));
    Files.writeString(folder.resolve("hosts"), hosts);
  }
}
