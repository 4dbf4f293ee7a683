package io.trafficgen.engine.worker;

import static io.trafficgen.application.contract.VisitDriverContract.loadOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.trafficgen.application.contract.PageLoads;
import io.trafficgen.application.contract.Together;
import io.trafficgen.application.port.LoadOutcome.Loaded;
import io.trafficgen.application.port.PageLoad;
import io.trafficgen.engine.HeldFile;
import io.trafficgen.engine.TestSite;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FairPlacesTest {
  private static final Duration LONG = Duration.ofSeconds(30);

  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-11-23T12:00:00Z"));
  private final InstantSource clock = () -> now.get();
  private final FairPlaces places = new FairPlaces(4, clock);

  @Test
  void a_site_that_nobody_shares_with_has_all_places() throws Exception {
    assertThat(taken("slow", 9)).isEqualTo(4);
  }

  @Test
  void a_site_has_half_of_them_while_others_are_about() throws Exception {
    assertThat(taken("fast", 1)).isEqualTo(1);
    places.leave("fast");

    assertThat(taken("slow", 9)).isEqualTo(2);
    assertThat(taken("fast", 1)).isEqualTo(1);
    assertThat(taken("third", 9)).isEqualTo(1);
  }

  @Test
  void others_are_about_for_a_minute_after_they_were_seen() throws Exception {
    assertThat(taken("fast", 1)).isEqualTo(1);
    places.leave("fast");
    now.set(now.get().plusSeconds(60));
    assertThat(taken("slow", 9)).isEqualTo(2);

    now.set(now.get().plusSeconds(1));

    assertThat(taken("slow", 9)).isEqualTo(2);
  }

  @Test
  void a_single_place_is_anybodys() throws Exception {
    FairPlaces single = new FairPlaces(1, clock);
    for (String site : List.of("a", "b", "a")) {
      assertThat(single.enter(site, Duration.ZERO)).isTrue();
      single.leave(site);
    }
  }

  @Test
  void the_next_free_place_goes_to_who_has_fewest_and_came_first() throws Exception {
    List<String> entered = new CopyOnWriteArrayList<>();
    assertThat(taken("slow", 4)).isEqualTo(4);
    List<CompletableFuture<Boolean>> all =
        List.of(waiting("slow", entered), waiting("fast", entered), waiting("third", entered));

    places.leave("slow");
    all.get(1).get(30, TimeUnit.SECONDS);
    places.leave("slow");
    all.get(2).get(30, TimeUnit.SECONDS);
    assertThat(entered).containsExactly("fast", "third");
    places.leave("slow");
    all.get(0).get(30, TimeUnit.SECONDS);

    assertThat(entered).containsExactly("fast", "third", "slow");
  }

  @Test
  void who_gives_up_leaves_his_turn_to_others() throws Exception {
    assertThat(taken("slow", 4)).isEqualTo(4);
    assertThat(places.enter("fast", Duration.ofMillis(1))).isFalse();
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> places.enter("fast", LONG)).isInstanceOf(InterruptedException.class);

    places.leave("slow");

    assertThat(places.enter("third", Duration.ZERO)).isTrue();
  }

  @Test
  void never_more_are_in_than_there_are_places() {
    AtomicInteger in = new AtomicInteger();
    AtomicInteger site = new AtomicInteger();
    List<Integer> seen =
        Together.collect(
            8,
            () -> {
              String own = "site " + site.incrementAndGet() % 3;
              assertThat(places.enter(own, LONG)).isTrue();
              int together = in.incrementAndGet();
              in.decrementAndGet();
              places.leave(own);
              return List.of(together);
            },
            500);

    assertThat(seen).hasSize(4_000).allMatch(together -> together <= 4);
  }

  @Test
  void visits_to_a_site_go_on_beside_another_that_never_answers(@TempDir Path folder)
      throws Exception {
    HeldFile file = new HeldFile("text/html", "<p>late, but here</p>");
    try (TestSite site = new TestSite();
        ExecutorService visits = Executors.newVirtualThreadPerTaskExecutor()) {
      site.html("/fast", "<p>fine</p>");
      site.on("/silent", file);
      URI silent = URI.create("http://cdn.shop.com:" + site.url("/").getPort() + "/silent");
      TestWorkers setting = TestWorkers.of(folder, site.host() + "," + silent.getAuthority());
      // four places
      try (IsolatedVisitDriver driver = setting.open(1)) {
        assertThat(driver.load(load(site.url("/fast")))).isInstanceOf(Loaded.class);
        file.hold(6);
        for (int i = 0; i < 6; i++) {
          visits.execute(() -> driver.load(load(silent)));
        }
        file.await(2);

        for (int i = 0; i < 10; i++) {
          assertThat(driver.load(load(site.url("/fast")))).isInstanceOf(Loaded.class);
        }

        assertThat(site.seen()).filteredOn(seen -> seen.path().equals("/silent")).hasSize(2);
        file.release();
        visits.shutdown();
        assertThat(visits.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
        assertThat(site.seen()).filteredOn(seen -> seen.path().equals("/silent")).hasSize(6);
      }
    }
  }

  private static PageLoad load(URI page) {
    return PageLoads.withoutScript(loadOf(page));
  }

  private int taken(String site, int tries) throws InterruptedException {
    int taken = 0;
    for (int i = 0; i < tries; i++) {
      taken += places.enter(site, Duration.ZERO) ? 1 : 0;
    }
    return taken;
  }

  /** Returns when it waits. */
  private CompletableFuture<Boolean> waiting(String site, List<String> entered) {
    CompletableFuture<Boolean> done = new CompletableFuture<>();
    Thread waiter =
        Thread.ofVirtual()
            .start(() -> {
              try {
                boolean is = places.enter(site, LONG);
                entered.add(site);
                done.complete(is);
              } catch (InterruptedException e) {
                done.completeExceptionally(e);
              }
            });
    while (waiter.getState() != Thread.State.TIMED_WAITING) {
      Thread.onSpinWait();
    }
    return done;
  }
}
