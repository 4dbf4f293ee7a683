package io.trafficgen.engine;

import static io.trafficgen.application.contract.VisitDriverContract.loadOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.trafficgen.application.contract.PageLoads;
import io.trafficgen.application.port.LoadOutcome;
import io.trafficgen.application.port.LoadOutcome.Loaded;
import io.trafficgen.application.port.LoadOutcome.NotLoaded;
import io.trafficgen.application.port.PageLoad;
import io.trafficgen.domain.exit.Exit;
import io.trafficgen.domain.exit.ProxyAddress;
import io.trafficgen.domain.exit.ProxyAddress.Credentials;
import io.trafficgen.domain.exit.ProxyAddress.Kind;
import io.trafficgen.domain.visit.FailureReason;
import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A driver that leaves by the exit it is given, with everything that a page asks for. */
public interface ExitsContract extends LoopbackContract {
  @ParameterizedTest
  @EnumSource(Kind.class)
  default void everything_that_a_page_asks_for_goes_through_its_exit(Kind kind) {
    site().redirect("/through" + kind, 302, "/there" + kind);
    site()
        .html(
            "/there" + kind,
            """
            <img src="/there%1$s.png"><link rel="stylesheet" href="/there%1$s.css"><script>
            var x = new XMLHttpRequest(); x.open('GET', '/there%1$s.txt'); x.send();
            </script>
            """
                .formatted(kind));
    site().text("/there" + kind + ".png", "image/png", "x");
    site().text("/there" + kind + ".css", "text/css", "");
    site().text("/there" + kind + ".txt", "text/plain", "x");
    try (TestProxy proxy = new TestProxy()) {
      LoadOutcome outcome = driver().load(through(proxy.exit(kind), site().url("/through" + kind)));

      assertThat(outcome).isInstanceOf(Loaded.class);
      assertThat(proxy.asked()).isNotEmpty().containsOnly("127.0.0.1:" + site().url("/").getPort());
      assertThat(site().seen().stream().filter(seen -> seen.path().contains(kind.name())))
          .allSatisfy(seen -> {
            assertThat(seen.peer()).isIn(proxy.ports());
            assertThat(seen.header("Proxy-Authorization")).isEqualTo("null");
          })
          .hasSizeGreaterThanOrEqualTo(4);
    }
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  default void a_page_cannot_lead_where_the_guard_forbids_by_any_exit(Kind kind) {
    site().html("/private", "<img src=\"http://private.shop.com/x.png\">");
    try (TestProxy proxy = new TestProxy()) {
      driver().load(through(proxy.exit(kind), site().url("/private")));

      assertThat(proxy.asked()).containsOnly("127.0.0.1:" + site().url("/").getPort());
    }
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  default void a_dead_proxy_and_wrong_credentials_are_the_exits_fault(Kind kind) {
    try (TestProxy proxy = new TestProxy()) {
      ProxyAddress right = proxy.address(kind);
      ProxyAddress dead =
          new ProxyAddress(kind, "127.0.0.1", DeadAddress.url().getPort(), right.credentials());
      ProxyAddress stranger =
          new ProxyAddress(
              kind, right.host(), right.port(), Optional.of(new Credentials("a", "secret")));
      ProxyAddress nobody = new ProxyAddress(kind, right.host(), right.port(), Optional.empty());

      for (ProxyAddress address : new ProxyAddress[] {dead, stranger, nobody}) {
        assertThat(reason(driver().load(through(TestProxy.exit(address), site().url("/")))))
            .isEqualTo(FailureReason.NO_EXIT);
      }
      proxy.refuse();
      assertThat(reason(driver().load(through(proxy.exit(kind), site().url("/")))))
          .isEqualTo(FailureReason.NO_EXIT);
    }
  }

  private static FailureReason reason(LoadOutcome outcome) {
    assertThat(outcome).isInstanceOf(NotLoaded.class);
    assertThat(((NotLoaded) outcome).detail()).doesNotContain("secret", "p@ss");
    return ((NotLoaded) outcome).reason();
  }

  private static PageLoad through(Exit exit, URI url) {
    return PageLoads.through(exit, loadOf(url));
  }
}
