package io.trafficgen.web.live;

import static io.trafficgen.application.contract.LiveFeedContract.event;
import static io.trafficgen.application.contract.LiveFeedContract.numbers;
import static org.assertj.core.api.Assertions.assertThat;

import io.trafficgen.application.contract.LiveFeedContract;
import io.trafficgen.application.port.LiveSubscription;
import io.trafficgen.application.port.LiveSubscription.Batch;
import io.trafficgen.domain.project.ProjectId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class RingLiveFeedTest implements LiveFeedContract {
  private final AtomicLong millis = new AtomicLong(1_763_836_800_000L);
  private final RingLiveFeed feed = new RingLiveFeed(() -> Instant.ofEpochMilli(millis.get()), 10);

  @Override
  public RingLiveFeed feed() {
    return feed;
  }

  private LiveSubscription all(Optional<String> since) {
    return feed.subscribe(Optional.empty(), since);
  }

  @Test
  void hands_events_over_in_order_with_ids_of_time_and_sequence() throws Exception {
    LiveSubscription watcher = all(Optional.empty());
    feed.publish(event(1));
    millis.addAndGet(-5);
    feed.publish(event(2));
    Batch batch = watcher.take(Duration.ZERO);
    assertThat(numbers(batch)).containsExactly(1L, 2L);
    assertThat(batch.events().get(0).id()).isEqualTo("1763836800000-1");
    assertThat(batch.events().get(1).id()).isEqualTo("1763836800000-2");
  }

  @Test
  void drops_the_oldest_for_who_does_not_take_and_counts_them() throws Exception {
    LiveSubscription slow = all(Optional.empty());
    LiveSubscription fast = all(Optional.empty());
    for (int i = 1; i <= 13; i++) {
      feed.publish(event(i));
      assertThat(numbers(fast.take(Duration.ZERO))).containsExactly((long) i);
    }
    Batch batch = slow.take(Duration.ZERO);
    assertThat(numbers(batch)).startsWith(4L).endsWith(13L).hasSize(10);
    assertThat(batch.dropped()).isEqualTo(3);
    assertThat(slow.take(Duration.ZERO).dropped()).isZero();
  }

  @Test
  void counts_as_dropped_what_was_wanted_only() throws Exception {
    Optional<ProjectId> seventh = Optional.of(event(7).project());
    feed.publish(event(7));
    LiveSubscription slow = feed.subscribe(seventh, Optional.empty());
    for (int i = 0; i < 30; i++) {
      feed.publish(event(i % 3 == 0 ? 7 : 8));
    }
    assertThat(feed.subscribe(seventh, Optional.of("0-0")).take(Duration.ZERO))
        .returns(0L, Batch::dropped)
        .satisfies(batch -> assertThat(numbers(batch)).containsExactly(7L, 7L, 7L));
    Batch batch = slow.take(Duration.ZERO);
    assertThat(numbers(batch)).containsExactly(7L, 7L, 7L);
    assertThat(batch.dropped()).isEqualTo(7);
  }

  @Test
  void replays_what_the_ring_still_holds() throws Exception {
    for (int i = 1; i <= 15; i++) {
      feed.publish(event(i));
    }
    assertThat(numbers(all(Optional.of("1763836800000-13")).take(Duration.ZERO)))
        .containsExactly(14L, 15L);
    Batch older = all(Optional.of("1763836799999-99")).take(Duration.ZERO);
    assertThat(numbers(older)).hasSize(10).startsWith(6L);
    assertThat(older.dropped()).isZero();
    assertThat(numbers(all(Optional.empty()).take(Duration.ZERO))).isEmpty();
  }

  @Test
  void who_comes_back_later_than_the_ring_lasts_is_told_what_he_missed() throws Exception {
    for (int i = 1; i <= 15; i++) {
      feed.publish(event(i % 5));
    }
    String third = "1763836800000-3";
    Batch batch = all(Optional.of(third)).take(Duration.ZERO);
    assertThat(numbers(batch)).hasSize(10).startsWith(1L);
    assertThat(batch.dropped()).isEqualTo(2);
    ProjectId first = event(1).project();
    assertThat(feed.subscribe(Optional.of(first), Optional.of(third)).take(Duration.ZERO))
        .satisfies(ofOne -> assertThat(numbers(ofOne)).containsExactly(1L, 1L))
        .returns(1L, Batch::dropped);
  }

  @Test
  void loses_nothing_between_eight_publishers_and_a_watcher_who_keeps_up() throws Exception {
    RingLiveFeed wide = new RingLiveFeed(() -> Instant.EPOCH, 8_000);
    LiveSubscription watcher = wide.subscribe(Optional.empty(), Optional.empty());
    CountDownLatch go = new CountDownLatch(1);
    try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
      List<Future<?>> publishers = new ArrayList<>();
      for (int thread = 0; thread < 8; thread++) {
        publishers.add(
            threads.submit(() -> {
              go.await();
              for (int i = 0; i < 1000; i++) {
                wide.publish(event(i));
              }
              return null;
            }));
      }
      go.countDown();
      for (Future<?> publisher : publishers) {
        publisher.get();
      }
    }
    List<LiveSubscription.Numbered> seen = new ArrayList<>();
    Batch batch = watcher.take(Duration.ZERO);
    while (!batch.events().isEmpty()) {
      seen.addAll(batch.events());
      batch = watcher.take(Duration.ZERO);
    }
    assertThat(seen).hasSize(8_000);
    assertThat(seen.get(7_999).id()).isEqualTo("0-8000");
  }
}
