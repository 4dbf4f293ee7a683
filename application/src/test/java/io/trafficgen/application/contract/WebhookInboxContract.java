package io.trafficgen.application.contract;

import static io.trafficgen.application.Fixtures.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.trafficgen.application.Fixtures;
import io.trafficgen.application.port.AuditLog;
import io.trafficgen.application.port.WebhookEvent;
import io.trafficgen.application.port.WebhookInbox;
import io.trafficgen.domain.PageRequest;
import io.trafficgen.domain.audit.Actor;
import io.trafficgen.domain.audit.AuditAction;
import io.trafficgen.domain.audit.AuditEntry;
import io.trafficgen.domain.billing.EventState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What every {@link WebhookInbox} keeps. */
public interface WebhookInboxContract {
  PageRequest FIRST = new PageRequest(100, Optional.empty());

  WebhookInbox inbox();

  AuditLog auditLog();

  @AfterEach
  default void empty_the_inbox() {
    Instant late = NOW.plus(Duration.ofDays(1));
    Stream.generate(() -> claim(late))
        .takeWhile(Optional::isPresent)
        .forEach(event ->
            inbox().conclude(event.orElseThrow().id(), WebhookInbox.Conclusion.IGNORED, "test"));
  }

  @Test
  default void stores_an_event_once_and_gives_its_bytes_back() {
    WebhookEvent event = Fixtures.event();
    WebhookEvent copy =
        new WebhookEvent(Fixtures.uuid(), event.provider(), event.dedupeKey(), new byte[] {1}, NOW);

    assertThat(inbox().receive(event)).isTrue();
    assertThat(inbox().receive(copy)).isFalse();
    WebhookEvent claimed = claim(NOW).orElseThrow();
    assertThat(claimed.id()).isEqualTo(event.id());
    assertThat(claimed.body()).isEqualTo(event.body());
    assertThat(claim(NOW)).isEmpty();
  }

  @Test
  default void an_event_of_a_claimer_who_is_not_heard_of_is_due_again() {
    WebhookEvent event = received();

    assertThat(claim(NOW)).isPresent();
    assertThat(claim(NOW.plusSeconds(19))).isEmpty();
    assertThat(claim(NOW.plusSeconds(20)).map(WebhookEvent::id)).contains(event.id());
  }

  @Test
  default void a_concluded_event_is_never_due() {
    WebhookEvent event = received();
    claim(NOW);

    inbox().conclude(event.id(), WebhookInbox.Conclusion.PARKED, "whose is it?");

    assertThat(claim(NOW.plus(Duration.ofDays(9)))).isEmpty();
  }

  @Test
  default void a_parked_event_is_replayed_once_and_the_audit_log_says_so() {
    WebhookEvent event = received();
    claim(NOW);
    inbox().conclude(event.id(), WebhookInbox.Conclusion.PARKED, "whose is it?");
    AuditEntry entry = replaying(event, NOW.plusSeconds(60));

    assertThat(inbox().replay(event.id(), entry)).isTrue();

    assertThat(auditLog().list(FIRST).items()).contains(entry);
    assertThat(inbox().find(event.id()).orElseThrow())
        .satisfies(found -> {
          assertThat(found.state()).isEqualTo(EventState.RECEIVED);
          assertThat(found.attempts()).isZero();
          assertThat(found.event().body()).isEqualTo(event.body());
        });
    AuditEntry again = replaying(event, NOW.plusSeconds(61));
    assertThat(inbox().replay(event.id(), again)).isFalse();
    assertThat(inbox().replay(Fixtures.uuid(), again)).isFalse();
    assertThat(auditLog().list(FIRST).items()).doesNotContain(again);
    assertThat(claim(NOW.plusSeconds(59))).isEmpty();
    assertThat(claim(NOW.plusSeconds(60)).map(WebhookEvent::id)).contains(event.id());
  }

  @Test
  default void lists_events_of_a_state() {
    WebhookEvent event = received();
    claim(NOW);
    inbox().conclude(event.id(), WebhookInbox.Conclusion.PARKED, "whose is it?");
    WebhookEvent other = received();

    assertThat(listed(Optional.of(EventState.PARKED))).contains(event.id());
    assertThat(listed(Optional.of(EventState.PARKED))).doesNotContain(other.id());
    assertThat(listed(Optional.empty())).contains(event.id(), other.id());
    assertThat(inbox().find(Fixtures.uuid())).isEmpty();
  }

  private List<UUID> listed(Optional<EventState> state) {
    return inbox().list(state, FIRST).items().stream().map(found -> found.event().id()).toList();
  }

  private static AuditEntry replaying(WebhookEvent event, Instant at) {
    return new AuditEntry(
        Fixtures.uuid(),
        at,
        Actor.stranger("192.0.2.7"),
        AuditAction.EVENT_REPLAYED,
        "event:" + event.id(),
        "was parked");
  }

  @Test
  default void tries_again_after_one_second_then_two_and_gives_up_after_a_week() {
    WebhookEvent event = received();
    Instant now = NOW;
    List<Long> waits = List.of(1L, 2L, 4L, 8L, 16L, 32L);
    for (long wait : waits) {
      assertThat(claim(now)).isPresent();
      inbox().retry(event.id(), "provider away", Optional.empty(), now);
      assertThat(claim(now.plusMillis(wait * 1000 - 1))).isEmpty();
      now = now.plusSeconds(wait);
    }
    for (int attempt = waits.size(); attempt < 180; attempt++) {
      assertThat(claim(now)).isPresent();
      inbox().retry(event.id(), "provider away", Optional.empty(), now);
      now = now.plus(Duration.ofHours(1));
    }
    assertThat(claim(now.plus(Duration.ofDays(9)))).isEmpty();
  }

  @Test
  default void a_reason_that_no_column_takes_holds_nothing_up() {
    WebhookEvent event = received();
    claim(NOW);

    inbox().retry(event.id(), "a\u0000b" + "x".repeat(10_000), Optional.empty(), NOW);

    assertThat(inbox().find(event.id()).orElseThrow().state()).isEqualTo(EventState.FAILED);
  }

  @Test
  default void each_event_goes_to_one_of_eight_claimers() {
    List<UUID> sent = IntStream.range(0, 40).mapToObj(i -> received().id()).toList();

    List<UUID> claimed =
        Together.collect(8, () -> claim(NOW).map(WebhookEvent::id).stream().toList(), 8);

    assertThat(claimed).containsExactlyInAnyOrderElementsOf(sent);
  }

  private WebhookEvent received() {
    WebhookEvent event = Fixtures.event();
    assertThat(inbox().receive(event)).isTrue();
    return event;
  }

  private Optional<WebhookEvent> claim(Instant now) {
    return inbox().claim(now, 1).stream().findAny();
  }
}
