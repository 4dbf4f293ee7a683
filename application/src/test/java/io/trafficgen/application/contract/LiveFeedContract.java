package io.trafficgen.application.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.trafficgen.application.port.LiveFeed;
import io.trafficgen.application.port.LiveSubscription;
import io.trafficgen.application.port.LiveSubscription.Batch;
import io.trafficgen.application.port.LiveSubscription.Numbered;
import io.trafficgen.domain.account.AccountId;
import io.trafficgen.domain.project.ProjectId;
import io.trafficgen.domain.visit.LiveEvent;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What every {@link LiveFeed} keeps. */
@Timeout(20)
public interface LiveFeedContract {
  LiveFeed feed();

  @Test
  default void hands_events_over_in_order_to_who_began_before_them() throws Exception {
    feed().publish(event(0));
    LiveSubscription watcher = feed().subscribe(Optional.empty(), Optional.empty());
    feed().publish(event(1));
    feed().publish(event(2));

    assertThat(numbers(watcher.take(Duration.ZERO))).containsExactly(1L, 2L);
    assertThat(watcher.take(Duration.ZERO).events()).isEmpty();
  }

  @Test
  default void shows_only_what_is_wanted() throws Exception {
    LiveSubscription one = feed().subscribe(Optional.of(event(1).project()), Optional.empty());
    feed().publish(event(1));
    feed().publish(event(2));
    feed().publish(event(1));

    assertThat(numbers(one.take(Duration.ZERO))).containsExactly(1L, 1L);
  }

  @Test
  default void goes_on_after_the_last_event_that_was_seen() throws Exception {
    LiveSubscription first = feed().subscribe(Optional.empty(), Optional.empty());
    feed().publish(event(1));
    feed().publish(event(2));
    feed().publish(event(3));
    List<Numbered> seen = first.take(Duration.ZERO).events();

    LiveSubscription again = feed().subscribe(Optional.empty(), Optional.of(seen.get(0).id()));

    assertThat(numbers(again.take(Duration.ZERO))).containsExactly(2L, 3L);
  }

  @Test
  default void wakes_who_waits_when_an_event_comes_and_when_closed() throws Exception {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      LiveSubscription watcher = feed().subscribe(Optional.empty(), Optional.empty());
      Future<Batch> waiting = threads.submit(() -> watcher.take(Duration.ofMinutes(1)));
      feed().publish(event(1));
      assertThat(numbers(waiting.get())).containsExactly(1L);

      Future<Batch> closing = threads.submit(() -> watcher.take(Duration.ofMinutes(1)));
      watcher.close();
      assertThat(closing.get().events()).isEmpty();
    }
  }

  /** An event that {@code number} tells from others. */
  static LiveEvent event(int number) {
    return new LiveEvent.ProjectStopped(
        new AccountId(new UUID(0, 1)), new ProjectId(new UUID(0, number)), "user");
  }

  static List<Long> numbers(Batch batch) {
    return batch.events().stream().map(numbered -> number(numbered.event())).toList();
  }

  private static long number(LiveEvent event) {
    return event.project().value().getLeastSignificantBits();
  }
}
