package io.trafficgen.application.contract;

import static io.trafficgen.application.Fixtures.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.trafficgen.application.Fixtures;
import io.trafficgen.application.port.Accounts;
import io.trafficgen.application.port.Affiliates;
import io.trafficgen.application.port.AuditLog;
import io.trafficgen.application.port.Earnings;
import io.trafficgen.application.port.IncomingPayment;
import io.trafficgen.application.port.Ledger;
import io.trafficgen.application.port.PaymentDecision;
import io.trafficgen.application.port.Payments;
import io.trafficgen.application.port.PayoutChange;
import io.trafficgen.application.port.Payouts;
import io.trafficgen.application.port.WebhookEvent;
import io.trafficgen.application.port.WebhookInbox;
import io.trafficgen.domain.PageRequest;
import io.trafficgen.domain.account.Account;
import io.trafficgen.domain.account.AccountId;
import io.trafficgen.domain.affiliate.Earning;
import io.trafficgen.domain.affiliate.EarningTotal;
import io.trafficgen.domain.affiliate.Payout;
import io.trafficgen.domain.affiliate.PayoutRule;
import io.trafficgen.domain.affiliate.PayoutStatus;
import io.trafficgen.domain.audit.AuditAction;
import io.trafficgen.domain.audit.AuditEntry;
import io.trafficgen.domain.billing.PayingOut;
import io.trafficgen.domain.billing.Payment;
import io.trafficgen.domain.billing.ReversalKind;
import io.trafficgen.domain.billing.Reversing;
import io.trafficgen.domain.money.Money;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What the contracts around affiliates do again and again. */
interface AffiliateScene {
  PageRequest FIRST = new PageRequest(100, Optional.empty());
  Instant MATURE = NOW.plus(Earning.HOLD_PERIOD);

  Accounts accounts();

  Affiliates affiliates();

  Earnings earnings();

  Payouts payouts();

  Payments payments();

  Ledger ledger();

  WebhookInbox inbox();

  AuditLog auditLog();

  /** An affiliate whose code nobody has used. */
  default AccountId affiliate() {
    return added(Fixtures.account());
  }

  /** Somebody whom the affiliate brought. */
  default AccountId referred(AccountId affiliate) {
    return added(Fixtures.account(Optional.of(affiliate)));
  }

  private AccountId added(Account account) {
    assertThat(accounts().add(account)).isTrue();
    return account.id();
  }

  /** A payment of the account's that is credited; our identity of it. */
  default UUID paid(AccountId account, String euros) {
    WebhookEvent event = Fixtures.event();
    inbox().receive(event);
    Payment payment = Fixtures.payment(euros);
    IncomingPayment receipt = Fixtures.receipt(event.id(), account, payment);
    assertThat(ledger().deposit(List.of(receipt), Fixtures::deposit).copies()).isEmpty();
    return payments().find(payment.provider(), payment.id()).orElseThrow();
  }

  /** An affiliate who earned a fifth of this, ready to be paid out. */
  default AccountId earned(String euros) {
    AccountId affiliate = affiliate();
    paid(referred(affiliate), euros);
    earnings().approve(MATURE);
    return affiliate;
  }

  default void refund(UUID payment, String euros) {
    Optional<Boolean> refunded =
        payments()
            .decide(
                payment,
                file ->
                    PaymentDecision.by(
                        entry(file.payment().account().orElseThrow()),
                        true,
                        Reversing.reverse(
                            file,
                            Optional.empty(),
                            ReversalKind.REFUND,
                            Money.parse(euros),
                            "for a test",
                            Fixtures::uuid,
                            NOW)));
    assertThat(refunded).contains(true);
  }

  default AuditEntry entry(AccountId account) {
    return Fixtures.entry(account, AuditAction.PAYOUT_REQUESTED);
  }

  /** Asks for all that is approved; throws if that is too little. */
  default Payout request(AccountId affiliate) {
    return payouts().request(affiliate, total -> requested(affiliate, total));
  }

  private PayoutChange requested(AccountId affiliate, EarningTotal total) {
    if (PayoutRule.standard().missing(total).isPositive()) {
      throw new TooLittleException();
    }
    Payout payout =
        Payout.requested(Fixtures.uuid(), affiliate, total, Optional.of("by bank"), NOW);
    return new PayoutChange(payout, List.of(), entry(affiliate));
  }

  default Payout move(Payout payout, PayoutStatus... steps) {
    Payout moved = payout;
    for (PayoutStatus step : steps) {
      moved =
          payouts()
              .decide(
                  payout.id(),
                  stored -> {
                    Payout then = stored.become(step, Optional.of("why"), NOW).orElseThrow();
                    return new PayoutChange(
                        then, PayingOut.journals(then), entry(then.affiliate()));
                  })
              .orElseThrow();
    }
    return moved;
  }

  default String standing(AccountId affiliate) {
    var standing = affiliates().summary(affiliate);
    return "pending %s, approved %s, in payout %s, paid %s"
        .formatted(standing.pending(), standing.approved(), standing.inPayout(), standing.paid());
  }

  /** What a rule throws. */
  final class TooLittleException extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }
}
