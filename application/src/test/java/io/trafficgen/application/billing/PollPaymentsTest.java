package io.trafficgen.application.billing;

import static io.trafficgen.application.Fixtures.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.trafficgen.application.Fixtures;
import io.trafficgen.application.fake.InMemoryMissedPayments;
import io.trafficgen.application.fake.InMemoryWebhookInbox;
import io.trafficgen.application.port.WebhookEvent;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class PollPaymentsTest {
  private final InMemoryMissedPayments provider = new InMemoryMissedPayments();
  private final InMemoryWebhookInbox inbox = new InMemoryWebhookInbox();
  private final AtomicInteger told = new AtomicInteger();
  private final PollPayments poll =
      new PollPayments(List.of(provider), inbox, told::incrementAndGet, Fixtures::uuid, () -> NOW);

  @Test
  void stores_what_was_missed_once_and_wakes_the_booking() {
    provider.pay("ORDER_COMPLETED:1", NOW.minusSeconds(5));

    assertThat(poll.poll()).isEqualTo(1);
    assertThat(poll.poll()).isZero();

    assertThat(told).hasValue(1);
    assertThat(inbox.received())
        .singleElement()
        .satisfies(event -> {
          assertThat(event.provider()).isEqualTo("memory");
          assertThat(event.dedupeKey()).isEqualTo("ORDER_COMPLETED:1");
          assertThat(event.body()).asString().isEqualTo("ORDER_COMPLETED:1");
          assertThat(event.receivedAt()).isEqualTo(NOW);
        });
  }

  @Test
  void what_was_delivered_is_not_missed() {
    provider.pay("ORDER_COMPLETED:1", NOW.minusSeconds(5));
    inbox.receive(
        new WebhookEvent(Fixtures.uuid(), "memory", "ORDER_COMPLETED:1", new byte[] {1}, NOW));

    assertThat(poll.poll()).isZero();
    assertThat(told).hasValue(0);
    assertThat(inbox.received()).hasSize(1);
  }

  @Test
  void looks_a_week_back() {
    provider.pay("just", NOW.minus(Duration.ofDays(7)));
    provider.pay("long ago", NOW.minus(Duration.ofDays(7)).minusMillis(1));

    poll.poll();

    assertThat(inbox.received()).extracting(WebhookEvent::dedupeKey).containsExactly("just");
  }

  @Test
  void says_so_if_a_provider_cannot_be_asked() {
    provider.goAway();

    assertThatThrownBy(poll::poll).isInstanceOf(IllegalStateException.class);
    assertThat(inbox.received()).isEmpty();
  }
}
