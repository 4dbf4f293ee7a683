package io.trafficgen.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.trafficgen.application.billing.ListEvents;
import io.trafficgen.application.billing.ReconcileLedger;
import io.trafficgen.application.fake.InMemoryWebhookInbox;
import io.trafficgen.application.fake.ScriptedLedger;
import io.trafficgen.application.port.BrokenInvariant;
import io.trafficgen.application.port.WebhookEvent;
import io.trafficgen.domain.billing.BalanceSheet;
import io.trafficgen.domain.billing.EventState;
import io.trafficgen.domain.money.Money;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class LedgerAlarmTest {
  private final Metrics metrics = new Metrics();
  private final ScriptedLedger ledger =
      new ScriptedLedger(new BalanceSheet(Money.ZERO, Money.ZERO, List.of()));
  private final InMemoryWebhookInbox inbox = new InMemoryWebhookInbox();
  private final LedgerAlarm alarm =
      new LedgerAlarm(
          new ReconcileLedger(ledger, () -> Instant.EPOCH),
          new ListEvents(inbox),
          metrics.meters());
  private final Logger log = (Logger) LoggerFactory.getLogger(LedgerAlarm.class);
  private final ListAppender<ILoggingEvent> logged = new ListAppender<>();

  @BeforeEach
  void listen() {
    logged.start();
    log.addAppender(logged);
    log.setAdditive(false);
  }

  @AfterEach
  void leave() {
    log.setAdditive(true);
    log.detachAppender(logged);
    metrics.close();
  }

  @Test
  void shows_nothing_before_somebody_looked_and_then_how_many_promises_are_broken() {
    assertThat(metrics.text()).doesNotContain("trafficgen_ledger_broken");
    alarm.look();
    assertThat(metrics.text()).contains("\ntrafficgen_ledger_broken 0.0\n");
    assertThat(logged.list).isEmpty();

    ledger.breakPromise(new BrokenInvariant("I2 every journal sums to zero", List.of("7")));
    ledger.breakPromise(new BrokenInvariant("I8 reversed is at most paid", List.of("p1", "p2")));
    alarm.look();

    assertThat(metrics.text()).contains("\ntrafficgen_ledger_broken 2.0\n");
    assertThat(logged.list).extracting(ILoggingEvent::getLevel).containsOnly(Level.ERROR);
    assertThat(logged.list)
        .extracting(ILoggingEvent::getFormattedMessage)
        .containsExactly(
            "the ledger breaks a promise: I2 every journal sums to zero, at [7]",
            "the ledger breaks a promise: I8 reversed is at most paid, at [p1, p2]");
  }

  @Test
  void shows_how_many_events_are_dead() {
    UUID event = new UUID(0, 7);
    inbox.receive(new WebhookEvent(event, "revolut", "key", new byte[0], Instant.EPOCH));
    Instant now = Instant.EPOCH;
    while (inbox.find(event).orElseThrow().state() != EventState.DEAD) {
      assertThat(inbox.claim(now, 1)).hasSize(1);
      inbox.retry(event, "the provider is away", Optional.empty(), now);
      now = now.plus(Duration.ofHours(1));
    }

    alarm.look();

    assertThat(metrics.text()).contains("\ntrafficgen_events_dead 1.0\n");
    assertThat(logged.list)
        .extracting(ILoggingEvent::getFormattedMessage)
        .containsExactly("1 payment events are dead: see /api/admin/events?state=dead");
  }
}
