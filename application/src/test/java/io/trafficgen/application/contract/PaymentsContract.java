package io.trafficgen.application.contract;

import static io.trafficgen.application.Fixtures.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.trafficgen.application.Fixtures;
import io.trafficgen.application.audit.AuditTrail;
import io.trafficgen.application.billing.AssignPayment;
import io.trafficgen.application.billing.Crediting;
import io.trafficgen.application.billing.RefundPayment;
import io.trafficgen.application.billing.ReturnPayment;
import io.trafficgen.application.port.Accounts;
import io.trafficgen.application.port.Affiliates;
import io.trafficgen.application.port.AuditLog;
import io.trafficgen.application.port.Ledger;
import io.trafficgen.application.port.PaymentDecision;
import io.trafficgen.application.port.Payments;
import io.trafficgen.application.port.WebhookEvent;
import io.trafficgen.application.port.WebhookInbox;
import io.trafficgen.domain.PageRequest;
import io.trafficgen.domain.account.AccountId;
import io.trafficgen.domain.affiliate.CommissionRule;
import io.trafficgen.domain.affiliate.Earning;
import io.trafficgen.domain.audit.Actor;
import io.trafficgen.domain.audit.AuditEntry;
import io.trafficgen.domain.billing.EventState;
import io.trafficgen.domain.billing.Journal;
import io.trafficgen.domain.billing.LedgerAccount;
import io.trafficgen.domain.billing.PaymentFile;
import io.trafficgen.domain.billing.PaymentStatus;
import io.trafficgen.domain.billing.Posting;
import io.trafficgen.domain.billing.ReceivedPayment;
import io.trafficgen.domain.billing.Reversal;
import io.trafficgen.domain.money.Money;
import io.trafficgen.domain.pricing.PriceList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What every {@link Payments} keeps; its promise is the database. */
public interface PaymentsContract {
  PageRequest FIRST = new PageRequest(100, Optional.empty());
  Actor OPERATOR = Actor.stranger("192.0.2.1");
  Crediting TERMS =
      new Crediting(PriceList.standard(), CommissionRule.standard(), Fixtures::uuid, () -> NOW);
  AuditTrail TRAIL = new AuditTrail(Fixtures::uuid, () -> NOW);

  Accounts accounts();

  Affiliates affiliates();

  AuditLog auditLog();

  WebhookInbox inbox();

  Ledger ledger();

  Payments payments();

  /** Fails unless the invariants of the billing page, 3.5, hold now. */
  @AfterEach
  void checkInvariants();

  @Test
  default void parked_money_is_known_once_and_waits_with_its_event() {
    ReceivedPayment parked = parked("500.00");

    assertThat(payments().park(parked, Posting.NONE)).isFalse();
    assertThat(payments().find(parked.provider(), parked.providerId())).contains(parked.id());
    assertThat(payments().find(parked.id()).orElseThrow().payment()).isEqualTo(parked);
    assertThat(payments().list(Optional.of(PaymentStatus.PARKED), FIRST).items()).contains(parked);
    assertThat(inbox().find(parked.event()).orElseThrow().state()).isEqualTo(EventState.PARKED);
    assertThat(payments().journals(parked.id())).hasSize(1);
  }

  @Test
  default void of_eight_who_assign_at_once_one_gives_the_money_away() {
    AccountId affiliate = account(Optional.empty());
    ReceivedPayment parked = parked("500.00");
    List<AccountId> takers =
        List.of(account(Optional.of(affiliate)), account(Optional.of(affiliate)));
    AtomicInteger turn = new AtomicInteger();

    List<Boolean> assigned =
        Together.collect(
            8, () -> List.of(assigns(parked, takers.get(turn.getAndIncrement() % 2))), 2);

    assertThat(assigned).hasSize(16).containsOnlyOnce(true);
    ReceivedPayment credited = payments().find(parked.id()).orElseThrow().payment();
    assertThat(credited.status()).isEqualTo(PaymentStatus.CREDITED);
    assertThat(ledger().balance(credited.account().orElseThrow()).affordableVisits())
        .isEqualTo(1_250_000);
    assertThat(affiliates().summary(affiliate).pending()).isEqualTo(Money.parse("100.00"));
    assertThat(inbox().find(parked.event()).orElseThrow().state()).isEqualTo(EventState.PROCESSED);
    assertThat(auditLog().list(FIRST).items())
        .extracting(AuditEntry::subject)
        .containsOnlyOnce("payment:" + parked.id());
  }

  @Test
  default void refunds_from_eight_threads_never_pass_what_was_paid() {
    AccountId affiliate = account(Optional.empty());
    AccountId payer = account(Optional.of(affiliate));
    UUID payment = credited(payer, "1.00");

    List<Boolean> refunded = Together.collect(8, () -> List.of(refunds(payment, "0.07")), 3);

    assertThat(refunded).hasSize(24).filteredOn(done -> done).hasSize(14);
    PaymentFile file = payments().find(payment).orElseThrow();
    assertThat(file.payment().net()).isEqualTo(Money.parse("0.02"));
    assertThat(file.reversals())
        .hasSize(14)
        .extracting(Reversal::amount)
        .containsOnly(Money.parse("0.07"));
    assertThat(file.earnings().stream().map(Earning::amount).reduce(Money.ZERO, Money::plus))
        .isEqualTo(Money.ZERO);
    assertThat(ledger().balance(payer).balance()).isEqualTo(Money.parse("0.02"));
  }

  @Test
  default void a_refused_decision_changes_nothing() {
    ReceivedPayment parked = parked("5.00");

    Optional<String> answer =
        payments().decide(parked.id(), file -> PaymentDecision.refuse(file.payment().stated()));

    assertThat(answer).contains("5.00 EUR");
    assertThat(payments().find(parked.id()).orElseThrow().payment()).isEqualTo(parked);
    assertThat(payments().decide(Fixtures.uuid(), PaymentDecision::refuse)).isEmpty();
    assertThat(
            payments()
                .decideFor(
                    parked.id(),
                    new AccountId(Fixtures.uuid()),
                    (file, wallet) -> PaymentDecision.refuse(file)))
        .isEmpty();
  }

  @Test
  default void what_is_returned_leaves_the_books() {
    ReceivedPayment parked = parked("5.00");

    assertThat(new ReturnPayment(payments(), TERMS, TRAIL).giveBack(parked.id(), OPERATOR))
        .isTrue();

    PaymentFile file = payments().find(parked.id()).orElseThrow();
    assertThat(file.payment().status()).isEqualTo(PaymentStatus.RETURNED);
    assertThat(file.payment().net()).isEqualTo(Money.ZERO);
    assertThat(payments().journals(parked.id())).hasSize(2);
  }

  private boolean assigns(ReceivedPayment payment, AccountId account) {
    return succeeds(() ->
        new AssignPayment(payments(), TERMS, TRAIL)
            .assign(payment.id(), account, Optional.empty(), OPERATOR));
  }

  private boolean refunds(UUID payment, String amount) {
    return succeeds(() ->
        new RefundPayment(payments(), TERMS, TRAIL)
            .refund(payment, Money.parse(amount), "goodwill", OPERATOR));
  }

  private static boolean succeeds(BooleanSupplier deed) {
    try {
      return deed.getAsBoolean();
    } catch (RuntimeException refused) {
      return false;
    }
  }

  private AccountId account(Optional<AccountId> referrer) {
    return Fixtures.stored(accounts(), referrer);
  }

  private UUID credited(AccountId payer, String amount) {
    WebhookEvent event = Fixtures.event();
    inbox().receive(event);
    var incoming = Fixtures.receipt(event.id(), payer, Fixtures.payment(amount));
    ledger().deposit(List.of(incoming), Fixtures::deposit);
    return incoming.id();
  }

  private ReceivedPayment parked(String amount) {
    WebhookEvent event = Fixtures.event();
    inbox().receive(event);
    Money euros = Money.parse(amount);
    ReceivedPayment payment = Fixtures.parked(event, euros);
    Journal journal =
        Journal.move("unmatched", payment.clearing(), LedgerAccount.UNMATCHED, euros)
            .about(payment.id());
    assertThat(payments().park(payment, Posting.of(journal))).isTrue();
    return payment;
  }
}
