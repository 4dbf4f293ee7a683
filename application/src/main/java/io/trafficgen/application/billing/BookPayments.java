package io.trafficgen.application.billing;

import io.trafficgen.application.billing.PayerMatch.Payer;
import io.trafficgen.application.port.Accounts;
import io.trafficgen.application.port.Deposited;
import io.trafficgen.application.port.IncomingPayment;
import io.trafficgen.application.port.Ledger;
import io.trafficgen.application.port.PaymentHints;
import io.trafficgen.application.port.PaymentNotice;
import io.trafficgen.application.port.PaymentProvider;
import io.trafficgen.application.port.Payments;
import io.trafficgen.application.port.TopUps;
import io.trafficgen.application.port.WebhookEvent;
import io.trafficgen.application.port.WebhookInbox;
import io.trafficgen.application.port.WebhookInbox.Conclusion;
import io.trafficgen.domain.billing.TopUp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;

/**
 * Works the inbox off: asks the providers what each event means, outside of any transaction, and
 * books the money, many payments at once.
 */
public final class BookPayments {
  private static final int MOST_AT_ONCE = 200;

  private final WebhookInbox inbox;
  private final ProviderTruths truths;
  private final PayerMatch payers;
  private final TopUps topUps;
  private final Ledger ledger;
  private final Crediting crediting;
  private final ParkedMoney parked;
  private final PaymentSequels sequels;

  /**
   * @param asking where providers are asked; events are claimed for 20 seconds
   */
  public BookPayments(
      WebhookInbox inbox,
      List<PaymentProvider> providers,
      Executor asking,
      TopUps topUps,
      Accounts accounts,
      Ledger ledger,
      Payments payments,
      Crediting crediting) {
    this.inbox = inbox;
    this.truths = new ProviderTruths(providers, asking);
    this.payers = new PayerMatch(topUps, accounts);
    this.topUps = topUps;
    this.ledger = ledger;
    this.crediting = crediting;
    this.parked = new ParkedMoney(inbox, payments, crediting);
    this.sequels = new PaymentSequels(inbox, payments, crediting);
  }

  /** Books all events that are due; one that fails is due again later. */
  public void book() {
    List<WebhookEvent> events = inbox.claim(crediting.now(), MOST_AT_ONCE);
    while (!events.isEmpty()) {
      book(events);
      events = inbox.claim(crediting.now(), MOST_AT_ONCE);
    }
  }

  /** Money in first, so that what follows a payment finds it. */
  private void book(List<WebhookEvent> events) {
    Map<WebhookEvent, PaymentNotice> notices = ask(events);
    List<Arrival> arrivals = new ArrayList<>();
    notices.forEach((event, notice) -> {
      if (notice instanceof PaymentNotice.Paid paid) {
        orRetry(event, () -> arrivals.addAll(arrival(event, paid).stream().toList()));
      }
    });
    credit(arrivals);
    notices.forEach((event, notice) -> orRetry(event, () -> follow(event, notice)));
  }

  private Map<WebhookEvent, PaymentNotice> ask(List<WebhookEvent> events) {
    Map<WebhookEvent, PaymentNotice> notices = new LinkedHashMap<>();
    truths
        .ask(events)
        .forEach((event, truth) -> orRetry(event, () -> notices.put(event, truth.join())));
    return notices;
  }

  private void orRetry(WebhookEvent event, Runnable work) {
    try {
      work.run();
    } catch (RuntimeException e) {
      Throwable cause = e instanceof CompletionException && e.getCause() != null ? e.getCause() : e;
      inbox.retry(
          event.id(), String.valueOf(cause.getMessage()), Optional.empty(), crediting.now());
    }
  }

  /** A payment with its payer. */
  private record Arrival(WebhookEvent event, PaymentNotice.Paid paid, IncomingPayment receipt) {}

  /** Empty if nobody is known to have paid: the money is parked. */
  private Optional<Arrival> arrival(WebhookEvent event, PaymentNotice.Paid paid) {
    Optional<Payer> payer = payers.of(paid.hints());
    if (payer.isEmpty()) {
      parked.park(event, paid.payment());
    }
    return payer.map(found -> arrival(event, paid, found));
  }

  private Arrival arrival(WebhookEvent event, PaymentNotice.Paid paid, Payer payer) {
    return new Arrival(
        event,
        paid,
        new IncomingPayment(
            event.id(),
            crediting.id(),
            payer.account(),
            payer.topUp().map(TopUp::id),
            paid.payment(),
            crediting.priceVersion(payer.topUp()),
            payers.doubt(paid.hints(), payer.account())));
  }

  /** All at once; one by one if something is wrong with one of them. */
  private void credit(List<Arrival> arrivals) {
    if (arrivals.isEmpty()) {
      return;
    }
    try {
      creditTogether(arrivals);
    } catch (RuntimeException e) {
      for (Arrival arrival : arrivals) {
        orRetry(arrival.event(), () -> creditTogether(List.of(arrival)));
      }
    }
  }

  private void creditTogether(List<Arrival> arrivals) {
    Instant now = crediting.now();
    Deposited deposited =
        ledger.deposit(
            arrivals.stream().map(Arrival::receipt).toList(),
            (wallet, receipt) -> crediting.deposit(wallet, receipt, now));
    for (Arrival arrival : arrivals) {
      if (deposited.copies().contains(arrival.receipt())) {
        orRetry(arrival.event(), () -> parked.again(arrival.receipt()));
      } else if (deposited.strangers().contains(arrival.receipt())) {
        orRetry(arrival.event(), () -> creditByEmail(arrival));
      }
    }
  }

  private void creditByEmail(Arrival arrival) {
    PaymentNotice.Paid paid = arrival.paid();
    Optional<Payer> payer = payers.byEmail(paid.hints());
    if (payer.isEmpty() || payer.get().account().equals(arrival.receipt().account())) {
      parked.park(arrival.event(), paid.payment());
    } else {
      creditTogether(List.of(arrival(arrival.event(), paid, payer.get())));
    }
  }

  private void follow(WebhookEvent event, PaymentNotice notice) {
    switch (notice) {
      case PaymentNotice.Paid paid -> {}
      case PaymentNotice.Odd odd -> parked.park(event, odd);
      case PaymentNotice.Failed failed -> fail(event, failed.hints(), failed.reason());
      case PaymentNotice.Reversed reversed -> sequels.reverse(event, reversed);
      case PaymentNotice.Disputed disputed -> sequels.dispute(event, disputed);
      case PaymentNotice.DisputeWon won -> sequels.win(event, won);
      case PaymentNotice.Irrelevant irrelevant ->
          inbox.conclude(event.id(), Conclusion.IGNORED, irrelevant.reason());
      case PaymentNotice.Unclear unclear ->
          inbox.conclude(event.id(), Conclusion.PARKED, unclear.reason());
    }
  }

  private void fail(WebhookEvent event, PaymentHints hints, String reason) {
    payers.topUp(hints).map(TopUp::id).ifPresent(topUps::fail);
    inbox.conclude(event.id(), Conclusion.IGNORED, reason);
  }
}
