package io.trafficgen.application.billing;

import io.trafficgen.application.port.Accounts;
import io.trafficgen.application.port.Ledger;
import io.trafficgen.application.port.PaymentNotice;
import io.trafficgen.application.port.PaymentProvider;
import io.trafficgen.application.port.TopUps;
import io.trafficgen.application.port.WebhookEvent;
import io.trafficgen.application.port.WebhookInbox;
import io.trafficgen.application.port.WebhookInbox.Conclusion;
import io.trafficgen.domain.InvalidValueException;
import io.trafficgen.domain.account.Account;
import io.trafficgen.domain.account.AccountId;
import io.trafficgen.domain.account.Email;
import io.trafficgen.domain.affiliate.CommissionRule;
import io.trafficgen.domain.billing.Deposit;
import io.trafficgen.domain.billing.TopUp;
import io.trafficgen.domain.billing.TopUpReference;
import io.trafficgen.domain.pricing.PricingCurve;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** Works the inbox off: finds out what each event means, and books the money that arrived. */
public final class BookPayments {
  private final WebhookInbox inbox;
  private final List<PaymentProvider> providers;
  private final TopUps topUps;
  private final Accounts accounts;
  private final Ledger ledger;
  private final PricingCurve curve;
  private final CommissionRule commission;
  private final Supplier<UUID> ids;
  private final InstantSource clock;

  public BookPayments(
      WebhookInbox inbox,
      List<PaymentProvider> providers,
      TopUps topUps,
      Accounts accounts,
      Ledger ledger,
      PricingCurve curve,
      CommissionRule commission,
      Supplier<UUID> ids,
      InstantSource clock) {
    this.inbox = inbox;
    this.providers = List.copyOf(providers);
    this.topUps = topUps;
    this.accounts = accounts;
    this.ledger = ledger;
    this.curve = curve;
    this.commission = commission;
    this.ids = ids;
    this.clock = clock;
  }

  /** Books all events that are due; one that fails is due again later. */
  public void book() {
    Optional<WebhookEvent> event = inbox.claim(clock.instant());
    while (event.isPresent()) {
      bookOrRetry(event.get());
      event = inbox.claim(clock.instant());
    }
  }

  private void bookOrRetry(WebhookEvent event) {
    try {
      book(event);
    } catch (RuntimeException e) {
      inbox.retry(event.id(), String.valueOf(e.getMessage()), clock.instant());
    }
  }

  private void book(WebhookEvent event) {
    Optional<PaymentNotice> notice =
        providers.stream()
            .filter(provider -> provider.name().equals(event.provider()))
            .findAny()
            .map(provider -> provider.truth(event));
    if (notice.isEmpty()) {
      inbox.conclude(event.id(), Conclusion.PARKED, event.provider() + " is switched off");
      return;
    }
    switch (notice.get()) {
      case PaymentNotice.Irrelevant irrelevant ->
          inbox.conclude(event.id(), Conclusion.IGNORED, irrelevant.reason());
      case PaymentNotice.Unclear unclear ->
          inbox.conclude(event.id(), Conclusion.PARKED, unclear.reason());
      case PaymentNotice.Paid paid -> credit(event, paid);
      case PaymentNotice.Odd odd -> inbox.conclude(event.id(), Conclusion.PARKED, odd.reason());
      case PaymentNotice.Failed failed ->
          inbox.conclude(event.id(), Conclusion.IGNORED, failed.reason());
      case PaymentNotice.Reversed reversed ->
          inbox.conclude(event.id(), Conclusion.PARKED, "a reversal of " + reversed.paymentId());
      case PaymentNotice.Disputed disputed ->
          inbox.conclude(event.id(), Conclusion.PARKED, "a dispute of " + disputed.paymentId());
      case PaymentNotice.DisputeWon won ->
          inbox.conclude(event.id(), Conclusion.PARKED, "a dispute won of " + won.paymentId());
    }
  }

  /** Matches in this order: intent, account named by the metadata, confirmed e-mail. */
  private void credit(WebhookEvent event, PaymentNotice.Paid paid) {
    Optional<TopUp> topUp =
        paid.hints()
            .intent()
            .flatMap(topUps::find)
            .or(() -> paid.hints().reference().flatMap(TopUpReference::find).flatMap(topUps::find));
    Optional<AccountId> payer =
        topUp
            .map(TopUp::account)
            .or(() ->
                paid.hints().user().map(AccountId::new).flatMap(accounts::find).map(Account::id))
            .or(() -> paid.hints().email().flatMap(this::confirmed).map(Account::id));
    if (payer.isEmpty()) {
      inbox.conclude(event.id(), Conclusion.PARKED, "nobody is known to have made this payment");
      return;
    }
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    ledger.deposit(
        event.id(),
        payer.get(),
        topUp.map(TopUp::id),
        referrer -> Deposit.of(payer.get(), referrer, paid.payment(), curve, commission, ids, now));
  }

  private Optional<Account> confirmed(String email) {
    try {
      return accounts.findByConfirmedEmail(Email.parse(email));
    } catch (InvalidValueException notAnAddress) {
      return Optional.empty();
    }
  }
}
