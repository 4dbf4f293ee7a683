package io.trafficgen.persistence;

import static io.trafficgen.application.Fixtures.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.trafficgen.application.Fixtures;
import io.trafficgen.application.contract.Together;
import io.trafficgen.application.contract.WebhookInboxContract;
import io.trafficgen.application.port.WebhookEvent;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class PostgresWebhookInboxTest extends PostgresPorts implements WebhookInboxContract {
  @Test
  void of_a_hundred_copies_from_eight_threads_through_two_nodes_one_is_new() {
    List<PostgresWebhookInbox> nodes = List.of(inbox(), inbox());
    AtomicInteger turn = new AtomicInteger();

    List<String> fresh =
        Together.collect(
            8,
            () -> {
              int number = turn.getAndIncrement();
              WebhookEvent copy = event("copy " + number % 5);
              return nodes.get(number % 2).receive(copy) ? List.of(copy.dedupeKey()) : List.of();
            },
            64);

    assertThat(fresh).containsExactlyInAnyOrder("copy 0", "copy 1", "copy 2", "copy 3", "copy 4");
  }

  @Test
  void an_event_that_the_database_refuses_fails_alone() {
    PostgresWebhookInbox inbox = inbox();
    AtomicInteger numbers = new AtomicInteger();
    Set<String> refused = ConcurrentHashMap.newKeySet();

    List<Boolean> fresh =
        Together.collect(
            8,
            () -> {
              int number = numbers.getAndIncrement();
              // No text of PostgreSQL holds a zero.
              WebhookEvent event = event("mixed " + number + (number % 10 == 0 ? "\0" : ""));
              try {
                return List.of(inbox.receive(event));
              } catch (RuntimeException e) {
                refused.add(event.dedupeKey());
                return List.of();
              }
            },
            50);

    assertThat(fresh).hasSize(360).doesNotContain(false);
    assertThat(refused).hasSize(40).allMatch(key -> key.endsWith("\0"));
  }

  @Test
  void a_database_that_is_away_is_told_to_every_caller() {
    PostgresDatabase away = TestDatabase.fresh();
    PostgresWebhookInbox inbox = new PostgresWebhookInbox(away);
    away.close();

    List<Boolean> told =
        Together.collect(
            8,
            () -> {
              assertThatThrownBy(() -> inbox.receive(event("any")))
                  .isInstanceOf(UncheckedIOException.class);
              return List.of(true);
            },
            2);

    assertThat(told).hasSize(16);
  }

  private static WebhookEvent event(String key) {
    return new WebhookEvent(Fixtures.uuid(), "standard", key, new byte[] {0, -1, '\\', '"'}, NOW);
  }
}
