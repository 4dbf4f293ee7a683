package io.trafficgen.persistence.simulator;

import io.trafficgen.application.Fixtures;
import io.trafficgen.application.billing.BookPayments;
import io.trafficgen.application.billing.Crediting;
import io.trafficgen.application.fake.SteppedTime;
import io.trafficgen.application.port.PaymentHints;
import io.trafficgen.application.port.WebhookEvent;
import io.trafficgen.domain.affiliate.CommissionRule;
import io.trafficgen.domain.billing.ReversalKind;
import io.trafficgen.domain.money.Money;
import io.trafficgen.domain.pricing.PriceList;
import io.trafficgen.persistence.PostgresAccounts;
import io.trafficgen.persistence.PostgresDatabase;
import io.trafficgen.persistence.PostgresLedger;
import io.trafficgen.persistence.PostgresPayments;
import io.trafficgen.persistence.PostgresTopUps;
import io.trafficgen.persistence.PostgresWebhookInbox;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;

/**
 * The money part of a server, alone in a process: takes the same events in as often as it is told,
 * and books them. Its arguments are the database's URL, user and password, the commit after which
 * it dies (0 = none), how often it takes all events in, and hours on the clock.
 */
final class CrashProcess {
  static final int KILLED = 137;
  private static final int ENDLESS = 1_000_000;

  private CrashProcess() {}

  public static void main(String[] arguments) {
    int dieAfter = Integer.parseInt(arguments[3]);
    SteppedTime time = new SteppedTime(Fixtures.NOW);
    time.advance(Duration.ofHours(Long.parseLong(arguments[5])));
    try (PostgresDatabase database =
        PostgresDatabase.open(arguments[0], arguments[1], arguments[2], 2)) {
      KillingSocketFactory.dieAfter(dieAfter == 0 ? ENDLESS : dieAfter);
      for (int round = 0; round < Integer.parseInt(arguments[4]); round++) {
        run(database, time);
      }
    }
    System.out.println(KillingSocketFactory.commitsSince(ENDLESS));
  }

  private static void run(PostgresDatabase database, SteppedTime time) {
    SimulatedProvider provider = new SimulatedProvider(new SplittableRandom(1));
    provider.becomeReliable();
    List<String> events = events(provider);
    PostgresWebhookInbox inbox = new PostgresWebhookInbox(database);
    BookPayments worker =
        new BookPayments(
            inbox,
            List.of(provider),
            Runnable::run,
            new PostgresTopUps(database),
            new PostgresAccounts(database),
            new PostgresLedger(database),
            new PostgresPayments(database),
            new Crediting(PriceList.standard(), CommissionRule.standard(), UUID::randomUUID, time));
    for (String key : events) {
      inbox.receive(
          new WebhookEvent(
              UUID.randomUUID(),
              provider.name(),
              key,
              key.getBytes(StandardCharsets.UTF_8),
              time.instant()));
      worker.book();
    }
    time.advance(Duration.ofHours(1));
    worker.book();
  }

  /** A little of everything, in an order that the provider did not choose. */
  private static List<String> events(SimulatedProvider provider) {
    String paid = provider.pay(Money.ofCents(129_00), user(1));
    String small = provider.pay(Money.ofCents(3), user(2));
    provider.pay(Money.ofCents(5_00), PaymentHints.none());
    provider.payOddly("12.50 USD");
    provider.giveBack(paid, Money.ofCents(28_99), ReversalKind.REFUND);
    provider.dispute(paid, "d1");
    provider.win(paid, "d1");
    provider.giveBack(small, Money.ofCents(3), ReversalKind.CHARGEBACK);
    return provider.keys();
  }

  static UUID account(int number) {
    return new UUID(0xACC, number);
  }

  private static PaymentHints user(int number) {
    return new PaymentHints(
        Optional.empty(), Optional.empty(), Optional.of(account(number)), Optional.empty());
  }
}
