package io.trafficgen.persistence.simulator;

import io.trafficgen.application.Fixtures;
import io.trafficgen.application.audit.AuditTrail;
import io.trafficgen.application.billing.BookPayments;
import io.trafficgen.application.billing.Crediting;
import io.trafficgen.application.fake.SteppedTime;
import io.trafficgen.domain.account.Account;
import io.trafficgen.domain.account.AccountId;
import io.trafficgen.domain.affiliate.CommissionRule;
import io.trafficgen.domain.pricing.PriceList;
import io.trafficgen.persistence.PostgresAccounts;
import io.trafficgen.persistence.PostgresDatabase;
import io.trafficgen.persistence.PostgresLedger;
import io.trafficgen.persistence.PostgresPayments;
import io.trafficgen.persistence.PostgresTopUps;
import io.trafficgen.persistence.PostgresWebhookInbox;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.function.Supplier;

/** A few accounts with money, in a database that nobody else uses meanwhile. */
final class MoneyWorld {
  private static final int ACCOUNTS = 6;

  final SplittableRandom random;
  final SteppedTime time = new SteppedTime(Fixtures.NOW);
  final PostgresDatabase database;
  final PostgresLedger ledger;
  final PostgresPayments payments;
  final PostgresWebhookInbox inbox;
  final PostgresTopUps topUps;
  final SimulatedProvider provider;
  final Crediting crediting;
  final AuditTrail trail;
  final BookPayments worker;
  final List<AccountId> accounts = new ArrayList<>();

  MoneyWorld(PostgresDatabase database, long seed) {
    this.random = new SplittableRandom(seed);
    this.database = database;
    this.ledger = new PostgresLedger(database);
    this.payments = new PostgresPayments(database);
    this.inbox = new PostgresWebhookInbox(database);
    this.topUps = new PostgresTopUps(database);
    this.provider = new SimulatedProvider(random);
    Supplier<UUID> ids = this::uuid;
    this.crediting = new Crediting(PriceList.standard(), CommissionRule.standard(), ids, time);
    this.trail = new AuditTrail(ids, time);
    PostgresAccounts users = new PostgresAccounts(database);
    this.worker =
        new BookPayments(
            inbox, List.of(provider), Runnable::run, topUps, users, ledger, payments, crediting);
    for (int i = 0; i < ACCOUNTS; i++) {
      // Each brings the next but one: chains of referrers, and two whom nobody brought.
      Account account =
          Fixtures.account(i < 2 ? Optional.empty() : Optional.of(accounts.get(i - 2)));
      users.add(account);
      accounts.add(account.id());
    }
  }

  UUID uuid() {
    return new UUID(random.nextLong(), random.nextLong());
  }

  AccountId anyAccount() {
    return accounts.get(random.nextInt(accounts.size()));
  }

  /** True once in {@code n}. */
  boolean onceIn(int n) {
    return random.nextInt(n) == 0;
  }
}
