package io.trafficgen.web;

import io.trafficgen.application.fake.AccountPorts;
import io.trafficgen.application.fake.InMemoryAccounts;
import io.trafficgen.application.fake.InMemoryProjects;
import io.trafficgen.application.fake.InMemoryReferralClicks;
import io.trafficgen.application.fake.InMemorySafeguards;
import io.trafficgen.application.fake.InMemorySiteChecks;
import io.trafficgen.application.fake.InMemorySites;
import io.trafficgen.application.fake.InMemoryTopUps;
import io.trafficgen.application.fake.InMemoryWebhookInbox;
import io.trafficgen.application.fake.PlainPasswords;
import io.trafficgen.application.fake.RecordingHitStore;
import io.trafficgen.application.fake.RecordingMailer;
import io.trafficgen.application.fake.ScriptedAffiliates;
import io.trafficgen.application.fake.ScriptedBudgets;
import io.trafficgen.application.fake.ScriptedEarnings;
import io.trafficgen.application.fake.ScriptedLedger;
import io.trafficgen.application.fake.ScriptedPayments;
import io.trafficgen.application.fake.ScriptedPayouts;
import io.trafficgen.application.fake.ScriptedSiteProofs;
import io.trafficgen.application.port.PublicSuffixes;
import io.trafficgen.application.visit.ExitPool;
import io.trafficgen.domain.account.AffiliateCode;
import io.trafficgen.domain.affiliate.AffiliateSummary;
import io.trafficgen.domain.affiliate.EarningTotal;
import io.trafficgen.domain.billing.BalanceSheet;
import io.trafficgen.domain.exit.ExitList;
import io.trafficgen.domain.money.Money;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** Ports in memory, just enough to drive the real use cases over a real server. */
final class TestPorts {
  final AccountPorts account = new AccountPorts();
  final InMemoryAccounts accounts = account.accounts();
  final RecordingMailer mailer = new RecordingMailer();
  final PlainPasswords passwords = new PlainPasswords();
  final InMemoryTopUps topUps = new InMemoryTopUps();
  final InMemoryWebhookInbox inbox = new InMemoryWebhookInbox(account.auditLog());
  final InMemorySites sites = new InMemorySites();
  final ScriptedSiteProofs proofs = new ScriptedSiteProofs();
  final InMemoryProjects projects = account.projects();
  final InMemorySafeguards safeguards = new InMemorySafeguards(sites, projects, account.auditLog());
  final InMemorySiteChecks siteChecks = new InMemorySiteChecks(sites, projects);

  /** Only {@code com} is a public suffix. */
  final PublicSuffixes suffixes =
      name ->
          Optional.of(name.substring(name.lastIndexOf('.', name.length() - 5) + 1))
              .filter(top -> name.endsWith(".com"));

  /** Whether requests are signed. */
  volatile boolean signs = true;

  final ExitPool exits =
      new ExitPool(
          ExitList.parse(
              """
              [{"id":"de-1","country":"DE","region":"Hesse","public_ip":"203.0.113.7",
                "url":"socks5://user:secret@proxy.example:1080"},{"id":"here","direct":true}]
              """
                  .getBytes(StandardCharsets.UTF_8)));

  final RecordingHitStore hits = new RecordingHitStore(projects);

  /** No lot in any of them: nobody has money to spend. */
  final ScriptedBudgets budgets = new ScriptedBudgets(hits);

  final ScriptedLedger ledger =
      new ScriptedLedger(
          new BalanceSheet(Money.ofCents(49999), Money.ZERO, List.of()),
          accounts,
          account.auditLog());
  final ScriptedPayments payments = new ScriptedPayments(accounts, account.auditLog());
  final ScriptedAffiliates affiliates =
      new ScriptedAffiliates(
          new AffiliateSummary(
              AffiliateCode.parse("7k3q9mzt"),
              17,
              1,
              Money.ofCents(10000),
              Money.ZERO,
              Money.ZERO,
              Money.ZERO,
              false));
  final InMemoryReferralClicks clicks = new InMemoryReferralClicks(accounts);
  final ScriptedEarnings earnings = new ScriptedEarnings();
  final ScriptedPayouts payouts = new ScriptedPayouts(new EarningTotal(0, Money.ZERO));
}
