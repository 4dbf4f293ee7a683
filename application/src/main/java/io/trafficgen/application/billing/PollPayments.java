package io.trafficgen.application.billing;

import io.trafficgen.application.port.MissedPayments;
import io.trafficgen.application.port.WebhookEvent;
import io.trafficgen.application.port.WebhookInbox;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

/** Finds the payments whose deliveries were lost: providers give up after few tries. */
public final class PollPayments {
  /** Longer than any outage that nobody notices. */
  static final Duration LOOK_BACK = Duration.ofDays(7);

  private final List<MissedPayments> providers;
  private final WebhookInbox inbox;
  private final Runnable received;
  private final Supplier<UUID> ids;
  private final InstantSource clock;

  /**
   * @param received told if something was missed, so that it is booked at once
   */
  public PollPayments(
      List<MissedPayments> providers,
      WebhookInbox inbox,
      Runnable received,
      Supplier<UUID> ids,
      InstantSource clock) {
    this.providers = List.copyOf(providers);
    this.inbox = inbox;
    this.received = received;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * Stores what the inbox does not know yet; the inbox tells by the key.
   *
   * @return how many events had been missed
   */
  public int poll() {
    Instant now = clock.instant();
    int missed = 0;
    for (MissedPayments provider : providers) {
      missed += store(provider, now);
    }
    if (missed > 0) {
      received.run();
    }
    return missed;
  }

  private int store(MissedPayments provider, Instant now) {
    return Math.toIntExact(
        provider.since(now.minus(LOOK_BACK)).stream()
            .filter(missed ->
                inbox.receive(
                    new WebhookEvent(
                        ids.get(), provider.provider(), missed.dedupeKey(), missed.body(), now)))
            .count());
  }
}
