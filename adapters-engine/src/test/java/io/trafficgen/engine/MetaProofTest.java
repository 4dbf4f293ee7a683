package io.trafficgen.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.trafficgen.application.port.ProofOutcome;
import io.trafficgen.application.port.ProofOutcome.Read;
import io.trafficgen.domain.site.Host;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The tag in the head of a real server's start page. */
class MetaProofTest {
  private static final String TAG = "<meta name=\"trafficgen-verification\" content=\"%s\">";

  private final TestSite site = new TestSite();
  private final ScheduledExecutorService watchdog = Executors.newSingleThreadScheduledExecutor();
  private final HttpSiteProofs proofs =
      new HttpSiteProofs(
          new ApacheGuardedHttp(
              site.policy(),
              NameResolver.system(),
              new BotIdentity("1.2.3", URI.create("https://traffic.example")),
              watchdog),
          TxtRecords.of(List.of()),
          Duration.ofMillis(100),
          InstantSource.system());

  @AfterEach
  void close() {
    site.close();
    watchdog.shutdownNow();
  }

  private ProofOutcome read() {
    return proofs.readMeta(Host.parse(site.host()));
  }

  private String tags(String html) {
    site.html("/", html);
    return ((Read) read()).text();
  }

  @Test
  void reads_every_tag_of_the_head_as_the_bot_and_without_a_visit() {
    String html =
        "<!doctype html><title>Shop</title>"
            + TAG.formatted("tg-verify-1")
            + "<META content=' tg-verify-2 ' NAME=TrafficGen-Verification /><body>hi";
    assertThat(tags(html).lines().map(String::strip)).containsExactly("tg-verify-1", "tg-verify-2");
    assertThat(site.seen())
        .last()
        .satisfies(seen -> {
          assertThat(seen.path()).isEqualTo("/");
          assertThat(seen.header("User-Agent")).startsWith("TrafficGenBot/1.2.3");
          assertThat(seen.headers()).doesNotContainKey(BotIdentity.VISIT_HEADER);
        });
  }

  @Test
  void what_visitors_may_write_is_no_proof() {
    assertThat(tags("<head></head><body><p>" + TAG.formatted("tg-verify-1"))).isEmpty();
    assertThat(tags("<title>" + TAG.formatted("tg-verify-1") + "</title><body>")).isEmpty();
    assertThat(tags("<!-- " + TAG.formatted("tg-verify-1") + " --><body>")).isEmpty();
    assertThat(tags("<script>'" + TAG.formatted("tg-verify-1") + "'</script>")).isEmpty();
  }

  @Test
  void follows_redirects_on_the_host_alone() {
    site.redirect("/", 302, "/home");
    site.html("/home", TAG.formatted("tg-verify-1"));
    assertThat(read()).isEqualTo(new Read(site.url("/home"), "tg-verify-1"));
    site.redirect("/", 302, "http://other.example/");
    assertThat(read()).asString().contains("redirects off the host");
    site.redirect("/", 302, "/");
    assertThat(read()).asString().contains("redirects without end");
  }

  @Test
  void a_page_beyond_the_bound_is_not_read() {
    String page = TAG.formatted("tg-verify-1") + "x".repeat(1_900_000);
    assertThat(tags(page)).isEqualTo("tg-verify-1");
    site.html("/", page + "x".repeat(200_000));
    assertThat(read()).asString().contains("is no text, or too long");
  }

  @Test
  void a_page_nested_deeply_costs_no_stack() {
    assertThat(tags(TAG.formatted("tg-verify-1") + "<div>".repeat(200_000)))
        .isEqualTo("tg-verify-1");
  }
}
