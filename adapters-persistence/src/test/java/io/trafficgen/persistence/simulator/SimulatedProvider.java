package io.trafficgen.persistence.simulator;

import io.trafficgen.application.port.PaymentHints;
import io.trafficgen.application.port.PaymentNotice;
import io.trafficgen.application.port.PaymentProvider;
import io.trafficgen.application.port.SignatureOutcome;
import io.trafficgen.application.port.WebhookEvent;
import io.trafficgen.domain.billing.Payment;
import io.trafficgen.domain.billing.ReversalKind;
import io.trafficgen.domain.billing.WebhookRequest;
import io.trafficgen.domain.money.Money;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** A provider with books of its own; it tells late, twice, in any order, and sometimes fails. */
final class SimulatedProvider implements PaymentProvider {
  private static final int FAILS_ONE_IN = 12;

  private final RandomGenerator random;
  private final Map<String, PaymentNotice> notices = new HashMap<>();
  private final List<String> undelivered = new ArrayList<>();
  private final List<String> delivered = new ArrayList<>();
  private final Map<String, Money> left = new HashMap<>();
  private boolean reliable;
  private int count;

  SimulatedProvider(RandomGenerator random) {
    this.random = random;
  }

  /** Takes money from a payer; the event of it waits to be delivered. */
  String pay(Money amount, PaymentHints hints) {
    String id = "pay-" + ++count;
    left.put(id, amount);
    tell(new PaymentNotice.Paid(new Payment(name(), id, amount), hints));
    return id;
  }

  /** Takes money that nobody can credit. */
  String payOddly(String stated) {
    String id = "odd-" + ++count;
    tell(new PaymentNotice.Odd(id, Optional.empty(), stated, "not in euros"));
    return id;
  }

  /** Gives a part of a payment back, or all of what it has left. */
  void giveBack(String payment, Money amount, ReversalKind kind) {
    left.merge(payment, amount, Money::minus);
    tell(
        new PaymentNotice.Reversed(
            payment, kind.wireName() + "-" + ++count, Optional.of(amount), kind));
  }

  /** Claims that more went back than there is. */
  void lie(String payment) {
    tell(
        new PaymentNotice.Reversed(
            payment,
            "lie-" + ++count,
            Optional.of(Money.ofCents(99_999_999)),
            ReversalKind.REFUND));
  }

  void dispute(String payment, String dispute) {
    tell(new PaymentNotice.Disputed(payment, dispute));
  }

  /** The bank takes all that is left. */
  void lose(String payment, String dispute) {
    left.put(payment, Money.ZERO);
    tell(
        new PaymentNotice.Reversed(
            payment,
            PaymentNotice.Disputed.reversalId(dispute),
            Optional.empty(),
            ReversalKind.CHARGEBACK));
  }

  void win(String payment, String dispute) {
    tell(new PaymentNotice.DisputeWon(payment, dispute));
  }

  void fail(PaymentHints hints) {
    tell(new PaymentNotice.Failed(hints, "declined"));
  }

  private void tell(PaymentNotice notice) {
    String key = "event-" + ++count;
    notices.put(key, notice);
    undelivered.add(key);
  }

  /** Says something again that was delivered, under another key. */
  void repeat() {
    if (!delivered.isEmpty()) {
      undelivered.add(again(delivered.get(random.nextInt(delivered.size()))));
    }
  }

  /** The key of a second event that says the same. */
  String again(String key) {
    String copy = "again-" + ++count;
    notices.put(copy, notice(key));
    return copy;
  }

  /** What the provider still has of a payment to give back. */
  Money left(String payment) {
    return left.getOrDefault(payment, Money.ZERO);
  }

  List<String> payments() {
    return left.keySet().stream().sorted().toList();
  }

  /** An event to deliver: any that waits, now and then one that was delivered before. */
  Optional<String> next() {
    if (!delivered.isEmpty() && random.nextInt(4) == 0) {
      return Optional.of(delivered.get(random.nextInt(delivered.size())));
    }
    if (undelivered.isEmpty()) {
      return Optional.empty();
    }
    String key = undelivered.remove(random.nextInt(undelivered.size()));
    delivered.add(key);
    return Optional.of(key);
  }

  /** All events that were never delivered, the last first. */
  List<String> keys() {
    return undelivered.reversed();
  }

  boolean hasUndelivered() {
    return !undelivered.isEmpty();
  }

  /** From now on every question is answered. */
  void becomeReliable() {
    reliable = true;
  }

  @Override
  public String name() {
    return "simulated";
  }

  @Override
  public PaymentNotice truth(WebhookEvent event) {
    if (!reliable && random.nextInt(FAILS_ONE_IN) == 0) {
      throw new IllegalStateException("the provider is away");
    }
    return notice(event.dedupeKey());
  }

  private PaymentNotice notice(String key) {
    return Optional.ofNullable(notices.get(key)).orElseThrow();
  }

  @Override
  public boolean recognises(WebhookRequest request) {
    throw new UnsupportedOperationException("deliveries go straight to the inbox");
  }

  @Override
  public SignatureOutcome verify(WebhookRequest request, Instant now) {
    throw new UnsupportedOperationException("deliveries go straight to the inbox");
  }
}
