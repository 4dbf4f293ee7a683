package io.trafficgen.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.trafficgen.application.port.FetchOutcome;
import io.trafficgen.application.port.FetchOutcome.Fetched;
import io.trafficgen.application.port.FetchOutcome.NotFetched;
import io.trafficgen.application.port.ProofOutcome;
import io.trafficgen.application.port.ProofOutcome.Attempt;
import io.trafficgen.application.port.ProofOutcome.Read;
import io.trafficgen.application.port.ProofOutcome.Unreadable;
import io.trafficgen.domain.site.AllowedHosts;
import io.trafficgen.domain.site.EgressPolicy;
import io.trafficgen.domain.site.Host;
import io.trafficgen.domain.site.SiteProof;
import io.trafficgen.domain.visit.FailureReason;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The fetch and the proof that is read with it, against a real server. */
class HttpSiteProofsTest {
  private static final String FILE = SiteProof.FILE_PATH;

  private final TestSite site = new TestSite();
  private final ScheduledExecutorService watchdog = Executors.newSingleThreadScheduledExecutor();
  private final ApacheGuardedHttp http =
      new ApacheGuardedHttp(
          site.policy(),
          NameResolver.system(),
          new BotIdentity("1.2.3", URI.create("https://traffic.example")),
          watchdog);
  private final HttpSiteProofs proofs =
      new HttpSiteProofs(
          http, TxtRecords.of(List.of()), Duration.ofMillis(100), InstantSource.system());

  @AfterEach
  void close() {
    site.close();
    watchdog.shutdownNow();
  }

  @Test
  @Timeout(2)
  void reads_the_file_of_a_plain_server_as_the_bot() {
    site.text(FILE, "text/plain", "tg-verify-1\nmax-per-minute: 7\n");

    ProofOutcome outcome = proofs.readFile(Host.parse(site.host()));

    assertThat(outcome).isEqualTo(new Read(site.url(FILE), "tg-verify-1\nmax-per-minute: 7\n"));
    assertThat(site.seen())
        .singleElement()
        .satisfies(seen -> {
          assertThat(seen.header("User-Agent"))
              .isEqualTo("TrafficGenBot/1.2.3 (+https://traffic.example/bot)");
          assertThat(seen.headers()).doesNotContainKey(BotIdentity.VISIT_HEADER);
        });
  }

  @Test
  void tells_what_was_fetched_and_why_it_failed() {
    ProofOutcome outcome = proofs.readFile(Host.parse(site.host()));

    assertThat(outcome).isInstanceOf(Unreadable.class);
    // the first word on TLS is the test server's: it refuses the greeting or ignores it
    assertThat(((Unreadable) outcome).attempts())
        .hasSize(2)
        .last()
        .isEqualTo(new Attempt(site.url(FILE), "answered 404"));
  }

  @Test
  void a_redirect_counts_on_the_host_alone() {
    site.text("/moved.txt", "text/plain", "tg-verify-1");
    site.redirect(FILE, 301, "/moved.txt");
    assertThat(proofs.readFile(Host.parse(site.host()))).isInstanceOf(Read.class);

    site.redirect(FILE, 301, "http://other.example/moved.txt");
    assertThat(proofs.readFile(Host.parse(site.host())))
        .asString()
        .contains("redirects off the host");
  }

  @Test
  void a_host_that_is_not_public_is_refused_without_the_guards_detail() {
    assertThat(proofs.readFile(Host.parse("127.0.0.1")))
        .asString()
        .contains("is not a public address")
        .doesNotContain("egress");
  }

  @Test
  void a_long_body_is_cut_and_a_redirect_is_reported() {
    site.text("/long", "text/plain", "x".repeat(1_000));
    site.redirect("/there", 302, "/elsewhere");

    assertThat(http.get(site.url("/long"), 999, Duration.ofSeconds(5)))
        .isInstanceOfSatisfying(
            NotFetched.class,
            failure -> assertThat(failure.reason()).isEqualTo(FailureReason.CONTENT));
    assertThat(http.get(site.url("/there"), 999, Duration.ofSeconds(5)))
        .isInstanceOfSatisfying(
            Fetched.class,
            fetched -> assertThat(fetched.location()).hasValue(site.url("/elsewhere")));
  }

  @Test
  void a_server_that_drips_its_headers_ends_at_the_deadline() throws IOException {
    try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      CompletableFuture<Void> dripping =
          CompletableFuture.runAsync(() -> answer(server, Drip::into));

      FetchOutcome outcome = fetch(server, Duration.ofMillis(500));

      assertThat(outcome)
          .isInstanceOfSatisfying(
              NotFetched.class,
              failure -> assertThat(failure.reason()).isEqualTo(FailureReason.TIMEOUT));
      dripping.join();
    }
  }

  @Test
  void a_header_without_end_is_refused_before_it_fills_the_servers_memory() throws IOException {
    try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      CompletableFuture<Void> pouring =
          CompletableFuture.runAsync(() -> answer(server, HttpSiteProofsTest::pour));

      FetchOutcome outcome = fetch(server, Duration.ofSeconds(5));

      assertThat(outcome)
          .isInstanceOfSatisfying(
              NotFetched.class,
              failure -> assertThat(failure.reason()).isEqualTo(FailureReason.CONTENT));
      pouring.join();
    }
  }

  private FetchOutcome fetch(ServerSocket server, Duration deadline) {
    String host = "localhost:" + server.getLocalPort();
    return new ApacheGuardedHttp(
            EgressPolicy.allowing(AllowedHosts.parse(host)),
            NameResolver.system(),
            new BotIdentity("1", URI.create("https://traffic.example")),
            watchdog)
        .get(URI.create("http://" + host + "/"), 999, deadline);
  }

  /** Ten million characters of one header, which the client is not to wait for. */
  private static void pour(OutputStream out) throws IOException {
    byte[] chunk = "x".repeat(100_000).getBytes(StandardCharsets.US_ASCII);
    for (int sent = 0; sent < 100; sent++) {
      out.write(chunk);
    }
    out.write("\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
  }

  /** What comes after the beginning of a header. */
  private interface Rest {
    void into(OutputStream out) throws IOException;
  }

  private static void answer(ServerSocket server, Rest rest) {
    try (Socket socket = server.accept()) {
      socket
          .getOutputStream()
          .write("HTTP/1.1 200 OK\r\nX-Slow: ".getBytes(StandardCharsets.US_ASCII));
      rest.into(socket.getOutputStream());
    } catch (IOException e) {
      if (!(e instanceof SocketException)) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
