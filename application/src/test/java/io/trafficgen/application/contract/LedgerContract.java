package io.trafficgen.application.contract;

import static io.trafficgen.application.Fixtures.NOW;
import static io.trafficgen.application.Fixtures.payment;
import static org.assertj.core.api.Assertions.assertThat;

import io.trafficgen.application.Fixtures;
import io.trafficgen.application.port.Accounts;
import io.trafficgen.application.port.Affiliates;
import io.trafficgen.application.port.Deposited;
import io.trafficgen.application.port.IncomingPayment;
import io.trafficgen.application.port.Ledger;
import io.trafficgen.application.port.TopUps;
import io.trafficgen.application.port.WebhookEvent;
import io.trafficgen.application.port.WebhookInbox;
import io.trafficgen.domain.Page;
import io.trafficgen.domain.PageRequest;
import io.trafficgen.domain.account.Account;
import io.trafficgen.domain.account.AccountId;
import io.trafficgen.domain.affiliate.AffiliateSummary;
import io.trafficgen.domain.affiliate.Earning;
import io.trafficgen.domain.billing.BalanceSheet;
import io.trafficgen.domain.billing.Payment;
import io.trafficgen.domain.billing.TopUp;
import io.trafficgen.domain.billing.TopUpReference;
import io.trafficgen.domain.billing.TopUpStatus;
import io.trafficgen.domain.billing.Transaction;
import io.trafficgen.domain.money.Money;
import io.trafficgen.domain.pricing.PricingCurve;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What every {@link Ledger} keeps, with the {@link TopUps} and {@link Affiliates} beside it. */
public interface LedgerContract {
  PageRequest FIRST = new PageRequest(100, Optional.empty());

  Accounts accounts();

  Affiliates affiliates();

  TopUps topUps();

  WebhookInbox inbox();

  Ledger ledger();

  /** Fails unless the invariants of the billing page, 3.5, hold now. */
  @AfterEach
  void checkInvariants();

  @Test
  default void a_deposit_becomes_a_lot_a_row_and_a_balance() {
    AccountId account = account(Optional.empty());

    assertThat(deposit(account, Optional.empty(), payment("500.00"))).isTrue();

    BalanceSheet sheet = ledger().balance(account);
    assertThat(sheet.balance()).isEqualTo(Money.parse("500.00"));
    assertThat(sheet.affordableVisits()).isEqualTo(1_250_000);
    assertThat(accounts().find(account).orElseThrow().balance()).isEqualTo(sheet.balance());
    assertThat(ledger().transactions(account, FIRST).items())
        .extracting(Transaction::amount)
        .containsExactly(Money.parse("500.00"));
  }

  @Test
  default void of_a_hundred_copies_from_eight_threads_one_is_credited() {
    AccountId affiliate = account(Optional.empty());
    AccountId account = account(Optional.of(affiliate));
    Payment payment = payment("500.00");

    List<Boolean> credited =
        Together.collect(8, () -> List.of(deposit(account, Optional.empty(), payment)), 13);

    assertThat(credited).hasSize(104).containsOnlyOnce(true);
    assertThat(ledger().balance(account).balance()).isEqualTo(Money.parse("500.00"));
    AffiliateSummary summary = affiliates().summary(affiliate);
    assertThat(summary.pending()).isEqualTo(Money.parse("100.00"));
    assertThat(summary.paid()).isEqualTo(Money.ZERO);
    assertThat(summary.signUps()).isEqualTo(1);
    assertThat(affiliates().earnings(affiliate, FIRST).items())
        .extracting(Earning::amount, Earning::referee)
        .containsExactly(org.assertj.core.groups.Tuple.tuple(Money.parse("100.00"), account));
  }

  @Test
  default void different_payments_at_once_all_count() {
    AccountId affiliate = account(Optional.empty());
    AccountId account = account(Optional.of(affiliate));

    Together.collect(8, () -> List.of(deposit(account, Optional.empty(), payment("0.07"))), 10);

    assertThat(ledger().balance(account).balance()).isEqualTo(Money.parse("5.60"));
    assertThat(affiliates().summary(affiliate).pending()).isEqualTo(Money.parse("0.80"));
  }

  @Test
  default void a_top_up_is_its_owners_and_completed_by_its_payment() {
    AccountId account = account(Optional.empty());
    TopUp topUp =
        new TopUp(
            Fixtures.uuid(),
            account,
            TopUpReference.random(new SplittableRandom(7)),
            PricingCurve.standard().quote(Money.parse("2999.00")),
            TopUpStatus.PENDING,
            NOW);
    assertThat(topUps().add(topUp)).isTrue();
    assertThat(topUps().add(topUp)).isFalse();
    assertThat(topUps().find(account(Optional.empty()), topUp.id())).isEmpty();
    assertThat(topUps().find(topUp.id())).contains(topUp);
    assertThat(topUps().find(topUp.reference())).contains(topUp);

    deposit(account, Optional.of(topUp.id()), payment("2999.00"));

    assertThat(topUps().find(account, topUp.id()).orElseThrow().status())
        .isEqualTo(TopUpStatus.COMPLETED);
  }

  @Test
  default void the_statement_comes_in_parts_newest_first() {
    AccountId account = account(Optional.empty());
    deposit(account, Optional.empty(), payment("10.00"));
    deposit(account, Optional.empty(), payment("20.00"));

    Page<Transaction> first = ledger().transactions(account, new PageRequest(1, Optional.empty()));
    Page<Transaction> second = ledger().transactions(account, new PageRequest(1, first.next()));

    assertThat(first.items()).extracting(Transaction::amount).containsExactly(Money.parse("20.00"));
    assertThat(second.items())
        .extracting(Transaction::amount)
        .containsExactly(Money.parse("10.00"));
    assertThat(second.next()).isEmpty();
  }

  private AccountId account(Optional<AccountId> referrer) {
    Account account = Fixtures.account(referrer);
    accounts().add(account);
    return account.id();
  }

  /** Whether the payment was credited. */
  private boolean deposit(AccountId account, Optional<UUID> topUp, Payment payment) {
    WebhookEvent event = Fixtures.event();
    inbox().receive(event);
    IncomingPayment receipt =
        new IncomingPayment(
            event.id(), Fixtures.uuid(), account, topUp, payment, 1, Optional.empty());
    Deposited deposited = ledger().deposit(List.of(receipt), Fixtures::deposit);
    deposited
        .copies()
        .forEach(
            copy -> inbox().conclude(copy.event(), WebhookInbox.Conclusion.PROCESSED, "a copy"));
    return deposited.equals(new Deposited(List.of(), List.of()));
  }
}
