package io.trafficgen.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.trafficgen.application.port.LoadOutcome.Loaded;
import io.trafficgen.domain.visit.FailureReason;
import java.net.URI;
import org.junit.jupiter.api.Test;

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
  default void a_frame_may_be_led_anywhere_under_the_guard() {
    site().html("/framing", "<iframe src='/framed'></iframe><a href='/on'>on</a>");
    site().redirect("/framed", 302, "http://private.shop.com/");

    Loaded loaded = assertLoads(site().url("/framing"));

    assertThat(loaded.blockedRequests()).isEqualTo(1);
    assertThat(loaded.links()).containsExactly(site().url("/on"));
  }

  @Test
  default void files_of_this_machine_are_not_asked_for() {
    site()
        .html(
            "/local",
            """
            <script src="%1$s"></script><link rel="stylesheet" href="%1$s"><img src="%1$s">
            <iframe src="%1$s"></iframe>
            """
                .formatted("file:///etc/hostname"));

    assertThat(assertLoads(site().url("/local")).blockedRequests()).isEqualTo(1);
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
