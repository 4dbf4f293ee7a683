package io.trafficgen.engine.worker;

import static io.trafficgen.application.contract.VisitDriverContract.loadOf;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.trafficgen.application.port.LoadOutcome;
import io.trafficgen.application.port.LoadOutcome.Loaded;
import io.trafficgen.application.port.LoadOutcome.NotLoaded;
import io.trafficgen.domain.visit.FailureReason;
import io.trafficgen.engine.Drip;
import io.trafficgen.engine.HeldFile;
import io.trafficgen.engine.TestSite;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each attack costs its own visit alone. There is one worker, so that the others share it: a visit
 * to a good page that waits for a file meanwhile succeeds, and so does the next one.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostilePagesTest {
  @TempDir static Path folder;
  private final TestSite site = new TestSite();
  private final HeldFile file = new HeldFile("text/javascript", "document.title = 'good'");
  private ServerSocket bare;
  private IsolatedVisitDriver driver;

  @BeforeAll
  void open() throws Exception {
    bare = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    driver = TestWorkers.of(folder, site.host() + ",localhost:" + bare.getLocalPort()).open(1);
    site.on("/good.js", file);
    site.html("/good", "<script src='/good.js'></script><a href='/next'>on</a>");
  }

  @AfterAll
  void close() throws Exception {
    driver.close();
    bare.close();
    site.close();
  }

  /** By bytes of its own: no read of them takes long, and their end never comes. */
  @Test
  void a_drip_of_headers_ends_at_the_deadline() {
    Thread.ofVirtual()
        .start(() -> {
          try (Socket client = bare.accept()) {
            client.getOutputStream().write("HTTP/1.1 200 OK\r\nX: ".getBytes(UTF_8));
            Drip.into(client.getOutputStream());
          } catch (IOException e) {
            // cut, as it should be
          }
        });
    URI page = URI.create("http://localhost:" + bare.getLocalPort() + "/");

    assertThat(driver.load(loadOf(page, List.of(), Duration.ofSeconds(1))))
        .isInstanceOfSatisfying(
            NotLoaded.class,
            failed -> assertThat(failed.reason()).isEqualTo(FailureReason.TIMEOUT));
  }

  static Stream<Attack> attacks() throws Exception {
    Path canary = Files.writeString(folder.resolve("canary.js"), "tell('canary')");
    return Stream.of(
            Attack.greedy(),
            Attack.curious(canary.toUri().toString()),
            AttackingServer.attacks(),
            Boolean.getBoolean("trafficgen.long") ? Attack.deadly() : List.<Attack>of())
        .flatMap(List::stream);
  }

  @ParameterizedTest
  @MethodSource("attacks")
  void an_attack_costs_its_own_visit_alone(Attack attack) throws Exception {
    site.on("/greedy", attack.page());
    for (int i = 0; i < 5; i++) {
      site.on("/greedy?" + i, attack.page());
    }

    file.hold(1);
    CompletableFuture<LoadOutcome> neighbour =
        CompletableFuture.supplyAsync(() -> driver.load(loadOf(site.url("/good"))));
    file.await(1);

    LoadOutcome attacked = driver.load(loadOf(site.url("/greedy"), List.of(), attack.deadline()));
    file.release();

    assertThat(neighbour.get(40, TimeUnit.SECONDS)).isInstanceOf(Loaded.class);
    switch (attacked) {
      case Loaded loaded -> assertThat(attack.ends()).as(loaded.toString()).isEmpty();
      case NotLoaded failed -> assertThat(failed.reason()).as(failed.detail()).isIn(attack.ends());
    }
    assertThat(driver.load(loadOf(site.url("/good")))).isInstanceOf(Loaded.class);
    assertThat(site.seen()).extracting(TestSite.Seen::path).doesNotContain("/leaked");
  }
}
