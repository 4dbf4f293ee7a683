package io.trafficgen.engine;

import static io.trafficgen.application.contract.VisitDriverContract.loadOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.trafficgen.application.contract.VisitDriverContract;
import io.trafficgen.application.port.LoadOutcome;
import io.trafficgen.application.port.LoadOutcome.Loaded;
import io.trafficgen.application.port.LoadOutcome.NotLoaded;
import io.trafficgen.domain.site.AllowedHosts;
import io.trafficgen.domain.site.EgressPolicy;
import io.trafficgen.domain.visit.FailureReason;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a driver that meets the real web keeps: each attack costs its own load and no more. */
public interface HostilePagesContract extends VisitDriverContract {
  /** {@code private.shop.com} is a public name that leads to loopback, absolute or not. */
  String HOSTS_FILE =
      """
      127.0.0.1 localhost
      127.0.0.1 private.shop.com private.shop.com.
      """;

  TestSite site();

  /** The standard bounds; one script may run less long than a page may take to settle. */
  default EngineSettings settings() {
    EngineBounds standard = EngineBounds.standard();
    return new EngineSettings(
        new BotIdentity("1.2.3", URI.create("https://traffic.example/")),
        EgressPolicy.allowing(
            AllowedHosts.parse(site().host() + "," + DeadPort.url().getAuthority())),
        new EngineBounds(
            standard.connectTimeout(),
            standard.maxResponseBytes(),
            standard.maxPageBytes(),
            standard.maxRequests(),
            standard.maxWindows(),
            standard.maxFrameDepth(),
            standard.maxRedirects(),
            standard.refreshLimit(),
            Duration.ofSeconds(1),
            Duration.ofSeconds(3),
            standard.maxOpenTags()));
  }

  @Override
  default URI serve(String path, int status, List<String> links) {
    return site().linking(path, status, links);
  }

  @Override
  default URI nobody() {
    return DeadPort.url();
  }

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
  default void an_endless_redirect_ends_after_five() {
    site().redirect("/round", 302, "/round");

    assertFails(site().url("/round"), FailureReason.CONTENT);

    assertThat(visits("/round")).isEqualTo(6);
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
  default void an_endless_script_fails_as_timeout() {
    site().html("/endless", "<script>for (;;) {}</script>");

    assertFails(site().url("/endless"), FailureReason.TIMEOUT);
  }

  @Test
  default void an_endless_timer_script_fails_as_timeout() {
    site().html("/timer", "<script>setTimeout(function () { for (;;) {} }, 1)</script>");

    assertFails(site().url("/timer"), FailureReason.TIMEOUT);
  }

  @Test
  default void an_endless_body_ends_at_its_bound() {
    site()
        .on(
            "/huge",
            exchange -> {
              exchange.getResponseHeaders().set("Content-Type", "text/html");
              exchange.sendResponseHeaders(200, 0);
              pour(exchange.getResponseBody(), Integer.MAX_VALUE);
            });

    assertFails(site().url("/huge"), FailureReason.CONTENT);
  }

  @Test
  default void a_gzip_bomb_is_refused_as_what_it_becomes() {
    site()
        .on(
            "/bomb.gz",
            exchange -> {
              exchange.getResponseHeaders().set("Content-Type", "text/html");
              exchange.getResponseHeaders().set("Content-Encoding", "gzip");
              exchange.sendResponseHeaders(200, 0);
              try (OutputStream gzip = new GZIPOutputStream(exchange.getResponseBody())) {
                pour(gzip, 100_000_000);
              }
            });

    assertFails(site().url("/bomb.gz"), FailureReason.CONTENT);
  }

  @Test
  default void a_slow_drip_ends_at_the_deadline() {
    site()
        .on(
            "/drip",
            exchange -> {
              exchange.sendResponseHeaders(200, 0);
              Drip.into(exchange.getResponseBody());
            });

    LoadOutcome outcome =
        driver().load(loadOf(site().url("/drip"), List.of(), Duration.ofSeconds(2)));

    assertThat(outcome)
        .isInstanceOfSatisfying(
            NotLoaded.class,
            failure -> {
              assertThat(failure.reason()).isEqualTo(FailureReason.TIMEOUT);
              assertThat(failure.duration()).isLessThan(Duration.ofSeconds(6));
            });
  }

  @Test
  default void elements_nested_without_end_are_refused() {
    site().html("/deep", "<div>".repeat(3_000));

    assertFails(site().url("/deep"), FailureReason.CONTENT);
  }

  @Test
  default void a_download_is_refused() {
    site()
        .on(
            "/download",
            exchange -> {
              exchange.getResponseHeaders().set("Content-Disposition", "attachment; filename=a");
              TestSite.send(exchange, 200, "application/zip", "PK");
            });

    assertFails(site().url("/download"), FailureReason.CONTENT);
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

  @Test
  default void storms_of_requests_frames_and_windows_stay_bounded() {
    site()
        .html(
            "/storm",
            """
            <iframe src="/storm"></iframe><script>
            for (var i = 0; i < 100; i++) { new Image().src = '/storm.png?' + i; window.open('/'); }
            </script>
            """);

    driver().load(loadOf(site().url("/storm"), List.of(), Duration.ofSeconds(10)));

    assertThat(site().seen())
        .extracting(TestSite.Seen::path)
        .filteredOn(path -> path.startsWith("/storm"))
        .hasSizeBetween(20, 60);
  }

  private Loaded assertLoads(URI url) {
    LoadOutcome outcome = driver().load(loadOf(url));
    assertThat(outcome).isInstanceOf(Loaded.class);
    return (Loaded) outcome;
  }

  private void assertFails(URI url, FailureReason reason) {
    assertThat(driver().load(loadOf(url)))
        .isInstanceOfSatisfying(
            NotLoaded.class,
            failure -> assertThat(failure.reason()).as(failure.detail()).isEqualTo(reason));
  }

  private long visits(String path) {
    return site().seen().stream().filter(seen -> seen.path().equals(path)).count();
  }

  private static void pour(OutputStream out, long length) throws IOException {
    byte[] chunk = " ".repeat(100_000).getBytes(StandardCharsets.US_ASCII);
    for (long sent = 0; sent < length; sent += chunk.length) {
      out.write(chunk);
    }
  }
}
