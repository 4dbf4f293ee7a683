package io.trafficgen.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.trafficgen.application.port.Cookie;
import org.junit.jupiter.api.Test;

/** What a script of a page may not do in the name of the visit. */
public interface HostileScriptsContract extends LoopbackContract {
  @Test
  default void an_exempt_host_that_the_account_has_not_verified_is_out_of_reach() {
    site()
        .html(
            "/intranet",
            """
            <iframe src="%1$s"></iframe><img src="%1$s?img"><script>
            var x = new XMLHttpRequest(); x.open('POST', '%1$s?xhr', false);
            try { x.send('a') } catch (e) {}
            navigator.sendBeacon('%1$s?beacon', 'b');
            </script>
            """
                .formatted(DeadAddress.url()));

    assertThat(assertLoads(site().url("/intranet")).blockedRequests()).isEqualTo(4);
  }

  @Test
  default void a_cookie_is_for_the_site_that_sets_it() {
    site()
        .html(
            "/cookies",
            """
            <script>
            document.cookie = 'a=1; domain=other.example';
            document.cookie = 'b=1; Domain = .com';
            document.cookie = 'c=1; domain=localhost; domain=other.example';
            document.cookie = 'own=1';
            </script>
            """);

    assertThat(assertLoads(site().url("/cookies")).cookies())
        .extracting(Cookie::name)
        .containsExactly("own");
  }

  @Test
  default void a_cookie_too_long_for_the_jar_costs_nothing_else() {
    site()
        .on(
            "/long",
            exchange -> {
              exchange.getResponseHeaders().set("Set-Cookie", "a=b; Path=/" + "p".repeat(70_000));
              TestSite.send(exchange, 200, "text/html", "<p>fine</p>");
            });

    assertThat(assertLoads(site().url("/long")).cookies()).isEmpty();
  }

  @Test
  default void a_header_that_looks_like_the_identity_is_not_sent() {
    site()
        .html(
            "/headers",
            """
            <script>
            ['User-Agent ', 'X-TrafficGen-Visit\\t', 'Connection ', 'Referer '].forEach(function (name) {
              var x = new XMLHttpRequest(); x.open('GET', '/asked', false);
              x.setRequestHeader(name, 'x-trafficgen-visit'); x.send();
            })
            </script>
            """);

    assertLoads(site().url("/headers"));

    // the site's server would refuse such a name before it is seen here
    assertThat(visits("/asked")).isEqualTo(4);
  }
}
