package io.trafficgen.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.trafficgen.application.port.Cookie;
import io.trafficgen.application.port.LoadOutcome.Loaded;
import io.trafficgen.domain.visit.FailureReason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
              exchange.getResponseHeaders().set("Set-Cookie", "a=b; Path=/" + "p".repeat(15_000));
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

  @Test
  default void a_script_asks_in_no_name_but_ours() {
    site()
        .html(
            "/alias",
            """
            <script>
            var x = new XMLHttpRequest(); x.open('GET', '/xhr');
            x.setRequestHeader('user-agent', 'somebody else');
            x.setRequestHeader('x-trafficgen-visit', 'another');
            x.setRequestHeader('signature', 'sig1=:AAAA:');
            x.setRequestHeader('signature-agent', 'sig1="https://another.example/"');
            x.setRequestHeader('Signature-input', 'sig1=()'); x.send();
            </script>
            """);

    assertLoads(site().url("/alias"));

    assertThat(site().seen().stream().filter(one -> one.path().equals("/xhr")))
        .hasSize(1)
        .allSatisfy(one -> IdentityContract.identified(one, site()));
  }

  @Test
  default void a_script_that_leads_the_page_off_the_host_spoils_the_visit() {
    site().html("/lured", "<script>location = 'http://private.shop.com/'</script>");

    assertFails(site().url("/lured"), FailureReason.VERIFICATION);
  }

  @Test
  default void a_frame_may_go_where_it_likes_under_the_guard() {
    site().html("/framing", "<iframe src='/framed'></iframe><a href='/on'>on</a>");
    site().html("/framed", "<script>location = 'http://private.shop.com/'</script>");

    Loaded loaded = assertLoads(site().url("/framing"));

    assertThat(loaded.blockedRequests()).isEqualTo(1);
    assertThat(loaded.links()).containsExactly(site().url("/on"));
  }

  @Test
  default void files_of_this_machine_are_out_of_reach(@TempDir Path folder) throws IOException {
    String file = Files.writeString(folder.resolve("a.js"), "leaked = 'yes'").toUri().toString();
    site()
        .html(
            "/files",
            """
            <script>var leaked = 'no'</script>
            <script src="%1$s"></script><link rel="stylesheet" href="%1$s"><img src="%1$s">
            <iframe src="%1$s"></iframe><script>
            try { window.open('%1$s') } catch (e) {}
            try { var f = new XMLHttpRequest(); f.open('GET', '%1$s', false); f.send();
              if (f.responseText) leaked = 'yes' } catch (e) {}
            </script><script>new Worker('%1$s')</script><script>
            var x = new XMLHttpRequest(); x.open('GET', '/leaked-' + leaked, false); x.send();
            </script>
            """
                .formatted(file));

    Loaded loaded = assertLoads(site().url("/files"));

    assertThat(loaded.blockedRequests()).isEqualTo(1);
    assertThat(site().seen()).extracting(TestSite.Seen::path).contains("/leaked-no");
  }
}
