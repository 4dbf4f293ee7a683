package io.trafficgen.application;

import io.trafficgen.application.port.Accounts;
import io.trafficgen.application.port.IncomingPayment;
import io.trafficgen.application.port.WebhookEvent;
import io.trafficgen.domain.account.Account;
import io.trafficgen.domain.account.AccountId;
import io.trafficgen.domain.account.AccountMarks;
import io.trafficgen.domain.account.AffiliateCode;
import io.trafficgen.domain.account.ContactDetails;
import io.trafficgen.domain.account.Email;
import io.trafficgen.domain.account.Origin;
import io.trafficgen.domain.account.PasswordHash;
import io.trafficgen.domain.account.Role;
import io.trafficgen.domain.affiliate.CommissionRule;
import io.trafficgen.domain.audit.Actor;
import io.trafficgen.domain.audit.AuditAction;
import io.trafficgen.domain.audit.AuditEntry;
import io.trafficgen.domain.billing.Deposit;
import io.trafficgen.domain.billing.LedgerAccount;
import io.trafficgen.domain.billing.Payment;
import io.trafficgen.domain.billing.PaymentStatus;
import io.trafficgen.domain.billing.ReceivedPayment;
import io.trafficgen.domain.billing.TopUp;
import io.trafficgen.domain.billing.TopUpReference;
import io.trafficgen.domain.billing.TopUpStatus;
import io.trafficgen.domain.billing.Wallet;
import io.trafficgen.domain.money.Money;
import io.trafficgen.domain.pricing.PricingCurve;
import io.trafficgen.domain.project.Project;
import io.trafficgen.domain.project.ProjectId;
import io.trafficgen.domain.project.ProjectStatus;
import io.trafficgen.domain.project.StatusReason;
import io.trafficgen.domain.project.VisitLimits;
import io.trafficgen.domain.settings.SettingsDocument;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** Values for tests; every call makes one that no other equals, and every run the same ones. */
public final class Fixtures {
  public static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  private static final AtomicLong COUNT = new AtomicLong();

  private Fixtures() {}

  public static UUID uuid() {
    return new UUID(0x8000, 0x8000_0000_0000_0000L | COUNT.incrementAndGet());
  }

  public static Account account() {
    return account(Optional.empty());
  }

  /** An account that {@code referrer} brought. */
  public static Account account(Optional<AccountId> referrer) {
    return account(referrer, Email.parse("owner" + COUNT.incrementAndGet() + "@shop.example"));
  }

  /** An account that {@code referrer} brought, stored. */
  public static AccountId stored(Accounts accounts, Optional<AccountId> referrer) {
    Account account = account(referrer);
    accounts.add(account);
    return account.id();
  }

  /** An account with this e-mail. */
  public static Account accountOf(Email email) {
    return account(Optional.empty(), email);
  }

  private static Account account(Optional<AccountId> referrer, Email email) {
    long number = COUNT.incrementAndGet();
    return new Account(
        new AccountId(uuid()),
        email,
        new PasswordHash("$argon2id$" + number),
        Role.USER,
        AffiliateCode.parse("code" + number),
        new Origin(referrer, Optional.empty(), Optional.empty()),
        Money.ZERO,
        ContactDetails.named(Optional.of("Owner " + number)),
        AccountMarks.fresh(),
        NOW);
  }

  /** Something that the account did to itself. */
  public static AuditEntry entry(AccountId account, AuditAction action) {
    return new AuditEntry(
        uuid(), NOW, Actor.of(account, "192.0.2.7"), action, "account:" + account, "for a test");
  }

  /** A stopped project without limits. */
  public static Project project(AccountId owner) {
    return project(owner, VisitLimits.none(), "{\"entryUrls\":\"https://shop.example/\"}");
  }

  /** A stopped project. */
  public static Project project(AccountId owner, VisitLimits limits, String settings) {
    return new Project(
        new ProjectId(uuid()),
        owner,
        "Shop",
        ProjectStatus.STOPPED,
        StatusReason.NEW,
        "Custom",
        limits,
        SettingsDocument.parse(settings),
        0,
        Optional.empty(),
        NOW,
        NOW);
  }

  /** A delivery that was received at {@link #NOW}. */
  public static WebhookEvent event() {
    UUID id = uuid();
    return new WebhookEvent(
        id, "standard", "key-" + id, "{\"a\":1}".getBytes(StandardCharsets.UTF_8), NOW);
  }

  /** The rule that credits payments at the standard curve and commission. */
  public static Deposit deposit(Wallet wallet, IncomingPayment receipt) {
    return Deposit.of(
        receipt.id(),
        receipt.payment(),
        LedgerAccount.clearing(receipt.payment().provider()),
        wallet,
        PricingCurve.standard(),
        CommissionRule.standard(),
        Fixtures::uuid,
        NOW);
  }

  /** A payment for an account, told of by an event. */
  public static IncomingPayment receipt(UUID event, AccountId account, Payment payment) {
    return new IncomingPayment(
        event, uuid(), account, Optional.empty(), payment, 1, Optional.empty());
  }

  /** Money that an event told of, and nobody is known to have paid. */
  public static ReceivedPayment parked(WebhookEvent event, Money euros) {
    return new ReceivedPayment(
        uuid(),
        event.provider(),
        "stray-" + event.id(),
        Optional.of(euros),
        euros + " EUR",
        PaymentStatus.PARKED,
        Optional.of("whose is it?"),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Money.ZERO,
        false,
        1,
        event.id(),
        NOW);
  }

  public static Payment payment(String euros) {
    return new Payment("standard", "pay-" + COUNT.incrementAndGet(), Money.parse(euros));
  }

  /** An intent of somebody. */
  public static TopUp topUp(String euros) {
    return new TopUp(
        uuid(),
        new AccountId(uuid()),
        TopUpReference.random(new Random(COUNT.incrementAndGet())),
        PricingCurve.standard().quote(Money.parse(euros)),
        TopUpStatus.PENDING,
        NOW);
  }
}
