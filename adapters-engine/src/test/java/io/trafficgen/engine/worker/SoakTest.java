package io.trafficgen.engine.worker;

import static io.trafficgen.application.contract.VisitDriverContract.loadOf;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.trafficgen.application.port.LoadOutcome;
import io.trafficgen.application.port.LoadOutcome.Loaded;
import io.trafficgen.engine.TestSite;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Promise R11 (security page, 5.6): under good and hostile pages, nothing that a driver holds
 * grows. {@code -Dtrafficgen.soak.minutes} says for how long.
 */
@Tag("long")
class SoakTest {
  private static final Logger LOG = LoggerFactory.getLogger(SoakTest.class);
  private static final Duration LENGTH =
      Duration.ofMinutes(Integer.getInteger("trafficgen.soak.minutes", 10));
  private static final int VISITORS = 6;

  /** Of so many pages one is hostile. */
  private static final int HOSTILE = 25;

  @TempDir private Path folder;
  private final AtomicInteger good = new AtomicInteger();
  private final AtomicInteger hostile = new AtomicInteger();
  private final ConcurrentLinkedQueue<String> failed = new ConcurrentLinkedQueue<>();
  private final Set<Long> workers = ConcurrentHashMap.newKeySet();

  @Test
  void nothing_grows_and_killed_workers_are_replaced() throws Exception {
    List<Attack> attacks = attacks();
    HttpServer site = serve(attacks);
    String host = "localhost:" + site.getAddress().getPort();
    TestWorkers setting = TestWorkers.of(folder, host);
    List<SoakSample> samples = new ArrayList<>();
    ExecutorService visitors = Executors.newFixedThreadPool(VISITORS);
    try (IsolatedVisitDriver driver = setting.open(2)) {
      Instant end = Instant.now().plus(LENGTH);
      for (int i = 0; i < VISITORS; i++) {
        Random chance = new Random(i);
        visitors.execute(() -> {
          while (Instant.now().isBefore(end)) {
            visit(driver, host, attacks, chance);
          }
        });
      }
      visitors.shutdown();
      while (!visitors.awaitTermination(5, TimeUnit.SECONDS)) {
        workers.addAll(driver.pids());
        samples.add(SoakSample.take(setting.workerFolder()));
        LOG.warn("{} good, {} hostile, {}", good, hostile, samples.getLast());
      }
    } finally {
      visitors.shutdownNow();
      site.stop(0);
    }
    LOG.warn("{} good, {} hostile, {} workers", good, hostile, workers.size());
    assertThat(failed).isEmpty();
    assertThat(workers).hasSizeGreaterThan(3);
    assertThat(SoakSample.take(setting.workerFolder()).children()).isZero();
    assertFlat(samples);
  }

  private void visit(IsolatedVisitDriver driver, String host, List<Attack> attacks, Random chance) {
    if (chance.nextInt(HOSTILE) == 0) {
      hostile.incrementAndGet();
      URI page = URI.create("http://" + host + "/" + chance.nextInt(attacks.size()));
      driver.load(loadOf(page, List.of(), Duration.ofSeconds(5)));
    } else {
      LoadOutcome outcome = driver.load(loadOf(URI.create("http://" + host + "/good")));
      good.incrementAndGet();
      if (!(outcome instanceof Loaded)) {
        failed.add(outcome.toString());
      }
    }
  }

  /** The middle of the last third is not above that of the first, after a while to warm up. */
  private static void assertFlat(List<SoakSample> all) {
    List<SoakSample> samples = all.subList(all.size() / 4, all.size());
    List<Long> early = medians(samples.subList(0, samples.size() / 3));
    List<Long> late = medians(samples.subList(samples.size() * 2 / 3, samples.size()));
    LOG.warn("first third {}, last third {}", early, late);
    for (int part = 0; part < early.size(); part++) {
      assertThat(late.get(part))
          .as("part %d of %s, before %s", part, late, early)
          .isLessThanOrEqualTo(early.get(part) * 5 / 4 + 4);
    }
  }

  private static List<Long> medians(List<SoakSample> samples) {
    List<Long> medians = new ArrayList<>();
    for (int part = 0; part < samples.getFirst().parts().size(); part++) {
      int index = part;
      List<Long> sorted =
          samples.stream().map(sample -> sample.parts().get(index)).sorted().toList();
      medians.add(sorted.get(sorted.size() / 2));
    }
    return medians;
  }

  private List<Attack> attacks() throws Exception {
    String canary = Files.writeString(folder.resolve("canary.js"), "canary").toUri().toString();
    return Stream.of(
            Attack.deadly(), Attack.greedy(), Attack.curious(canary), AttackingServer.attacks())
        .flatMap(List::stream)
        .toList();
  }

  private static HttpServer serve(List<Attack> attacks) throws Exception {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    for (int i = 0; i < attacks.size(); i++) {
      Attack attack = attacks.get(i);
      server.createContext(
          "/" + i,
          exchange -> {
            try (exchange) {
              attack.page().handle(exchange);
            }
          });
    }
    server.createContext(
        "/good",
        exchange -> {
          try (exchange) {
            TestSite.send(
                exchange,
                200,
                "text/html",
                "<script>document.title = 'good'</script><a href='/next'>on</a>");
          }
        });
    server.start();
    return server;
  }
}
