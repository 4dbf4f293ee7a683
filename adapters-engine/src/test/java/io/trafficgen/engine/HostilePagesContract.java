package io.trafficgen.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.trafficgen.application.port.LoadOutcome.Loaded;
import io.trafficgen.domain.visit.FailureReason;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a page may reach: the guard holds for whatever it asks for, and by whatever way. */
public interface HostilePagesContract extends LoopbackContract {
  @Test
  default void a_name_without_address_fails_as_dns() {
    assertFails(URI.create("http://nowhere.shop.com/"), FailureReason.DNS);
  }

  @Test
  default void a_private_address_by_name_fails_as_guard() {
    assertFails(URI.create("http://private.shop.com/"), FailureReason.GUARD);
  }

  @Test
  default void a_private_address_by_number_or_port_fails_as_guard() {
    assertFails(URI.create("http://127.0.0.1/"), FailureReason.GUARD);
    assertFails(URI.create("http://localhost:22/"), FailureReason.GUARD);
  }

  @Test
  default void a_redirect_off_the_host_is_not_followed() {
    site().redirect("/away", 302, "http://private.shop.com/");

    assertFails(site().url("/away"), FailureReason.VERIFICATION);
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

  @Test
  default void sub_requests_meet_guard_and_block_list_and_the_page_still_loads() {
    site()
        .html(
            "/mixed",
            """
            <img src="http://private.shop.com/a.png"><img src="http://169.254.169.254/meta">
            <script src="https://www.googletagmanager.com/gtm.js"></script>
            <img src="/redirected.png"><a href="/next">on</a>
            """);
    site().redirect("/redirected.png", 302, "http://private.shop.com/b.png");

    Loaded loaded = assertLoads(site().url("/mixed"));

    assertThat(loaded.blockedRequests()).isEqualTo(4);
    assertThat(visits("/redirected.png")).isEqualTo(1);
    assertThat(loaded.links()).containsExactly(site().url("/next"));
  }
}
