package io.trafficgen.engine;

import static io.trafficgen.application.contract.HostGateContract.ending;
import static io.trafficgen.application.contract.VisitDriverContract.loadOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.trafficgen.application.contract.HostGateContract;
import io.trafficgen.application.contract.PageLoads;
import io.trafficgen.application.port.LoadOutcome;
import io.trafficgen.application.port.LoadOutcome.Loaded;
import io.trafficgen.application.port.PageLoad;
import io.trafficgen.domain.safety.HostClosures;
import io.trafficgen.domain.site.Host;
import io.trafficgen.domain.visit.FailureReason;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A driver whose every request meets the gate, whatever asks for it and whenever it closes. */
public interface ClosedHostsContract extends LoopbackContract, HostGateContract {
  @ParameterizedTest
  @EnumSource(names = {"KILLED", "RETRY_AFTER"})
  default void a_page_under_way_asks_for_nothing_more_and_still_loads(FailureReason reason)
      throws Exception {
    HeldFile script =
        new HeldFile(
            "text/javascript",
            "var x = new XMLHttpRequest(); x.open('GET', '/after.txt', false); x.send()");
    site().on("/first.js", script);
    site()
        .html(
            "/underway",
            """
            <script src='/first.js'></script><link rel=stylesheet href='/after.css'>
            <img src='/after.png'><iframe src='/after.html'></iframe><a href='/on'>on</a>
            """);

    LoadOutcome outcome = closingMeanwhile(script, site().url("/underway"), reason);

    assertThat(outcome)
        .isInstanceOfSatisfying(
            Loaded.class,
            loaded -> {
              assertThat(loaded.blockedRequests()).isGreaterThanOrEqualTo(3);
              assertThat(loaded.links()).containsExactly(site().url("/on"));
            });
    assertThat(site().seen()).noneMatch(seen -> seen.path().startsWith("/after"));
  }

  @ParameterizedTest
  @EnumSource(names = {"KILLED", "RETRY_AFTER"})
  default void a_page_under_way_is_led_no_further(FailureReason reason) throws Exception {
    HeldFile leading =
        new HeldFile(exchange -> {
          exchange.getResponseHeaders().set("Location", "/led");
          exchange.sendResponseHeaders(302, -1);
        });
    site().on("/leading", leading);

    assertThat(ending(closingMeanwhile(leading, site().url("/leading"), reason))).isEqualTo(reason);
    assertThat(visits("/led")).isZero();
  }

  @Test
  default void no_page_leads_to_another_host_that_is_closed() {
    site().redirect("/by-redirect", 302, cdn("/closed").toString());
    site().html("/by-refresh", "<meta http-equiv=refresh content='0;" + cdn("/closed") + "'>");
    close(cdn("/"), FailureReason.KILLED);

    assertThat(ending(driver().load(verified("/by-redirect")))).isEqualTo(FailureReason.KILLED);
    assertThat(ending(driver().load(verified("/by-refresh")))).isEqualTo(FailureReason.KILLED);
    assertThat(visits("/closed")).isZero();
  }

  @Test
  default void parts_of_a_page_at_a_closed_host_fall_away_until_it_opens() {
    site()
        .html(
            "/parts",
            """
            <script src='%1$s.js'></script><img src='%1$s.png'><iframe src='%1$s.html'></iframe>
            <img src='/part.png'>
            """
                .formatted(cdn("/part")));
    site().redirect("/part.png?own", 302, cdn("/part.gif").toString());
    site().html("/own", "<img src='/part.png?own'>");
    close(cdn("/"), FailureReason.RETRY_AFTER);

    assertThat(driver().load(verified("/parts")))
        .isInstanceOfSatisfying(
            Loaded.class, loaded -> assertThat(loaded.blockedRequests()).isEqualTo(3));
    assertThat(driver().load(verified("/own"))).isInstanceOf(Loaded.class);
    assertThat(asked("cdn.shop.com")).isZero();

    gate().admitAllBut(HostClosures.none());
    driver().load(verified("/parts"));
    assertThat(asked("cdn.shop.com")).isEqualTo(3);
  }

  private long asked(String name) {
    return site().seen().stream().filter(seen -> seen.header("Host").startsWith(name)).count();
  }

  private PageLoad verified(String path) {
    URI page = site().url(path);
    return PageLoads.verified(Set.of(Host.of(page), Host.of(cdn("/"))), loadOf(page));
  }

  /** The host of {@code page} closes while {@code held}, which it needs, is waited for. */
  private LoadOutcome closingMeanwhile(HeldFile held, URI page, FailureReason reason)
      throws Exception {
    held.hold(1);
    CompletableFuture<LoadOutcome> load =
        CompletableFuture.supplyAsync(() -> driver().load(loadOf(page)));
    held.await(1);
    close(page, reason);
    // whoever loads these pages knows by the time that he refuses another
    assertFails(page.resolve("/probe"), reason);
    held.release();
    return load.get(30, TimeUnit.SECONDS);
  }
}
