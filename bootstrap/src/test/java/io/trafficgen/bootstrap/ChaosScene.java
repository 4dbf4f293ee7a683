package io.trafficgen.bootstrap;

import io.trafficgen.application.Fixtures;
import io.trafficgen.application.port.WebhookEvent;
import io.trafficgen.domain.account.Account;
import io.trafficgen.domain.account.AccountId;
import io.trafficgen.domain.audit.Actor;
import io.trafficgen.domain.audit.AuditAction;
import io.trafficgen.domain.audit.AuditEntry;
import io.trafficgen.domain.project.Project;
import io.trafficgen.domain.project.VisitLimits;
import io.trafficgen.domain.safety.HostRule;
import io.trafficgen.domain.site.Host;
import io.trafficgen.domain.site.ProofMethod;
import io.trafficgen.domain.site.Site;
import io.trafficgen.domain.site.SiteId;
import io.trafficgen.domain.site.SiteTerms;
import io.trafficgen.domain.site.Verification;
import io.trafficgen.persistence.PostgresAccounts;
import io.trafficgen.persistence.PostgresDatabase;
import io.trafficgen.persistence.PostgresLedger;
import io.trafficgen.persistence.PostgresProjects;
import io.trafficgen.persistence.PostgresSafeguards;
import io.trafficgen.persistence.PostgresSites;
import io.trafficgen.persistence.PostgresWebhookInbox;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Accounts, hosts and projects of which each meets another limit. */
final class ChaosScene {
  static final Host WIDE = Host.parse("wide.example");

  /** Cannot be reached: its visits end at once, so that only the watermark holds them back. */
  static final Host GONE = Host.parse("gone.example");

  static final Host NARROW = Host.parse("narrow.example");
  static final int NARROW_CAP = 25;
  static final int TARGET = 40;
  static final int DAILY = 30;

  /** Loaded by all nodes. */
  static final String PAGES = "http://wide.example/,http://narrow.example/";

  private final PostgresDatabase database;
  private final Instant now;

  ChaosScene(PostgresDatabase database, Instant now) {
    this.database = database;
    this.now = now;
    cap(WIDE, 6_000);
    cap(GONE, 6_000);
    cap(NARROW, NARROW_CAP);
    AccountId rich = account("100.00");
    AccountId other = account("100.00");
    AccountId poor = account("0.01");
    // Twenty a second: many more than a watermark bears while a node stands still.
    project(rich, GONE, new VisitLimits(1_728_000, 0, Optional.empty()));
    project(rich, WIDE, new VisitLimits(0, TARGET, Optional.empty()));
    project(other, WIDE, new VisitLimits(0, 0, Optional.empty()));
    project(rich, NARROW, new VisitLimits(0, 0, Optional.empty()));
    project(other, NARROW, new VisitLimits(0, 0, Optional.empty()));
    project(poor, WIDE, new VisitLimits(0, 0, Optional.empty()));
    burst(other);
  }

  private void cap(Host host, int perMinute) {
    AuditEntry entry =
        new AuditEntry(
            Fixtures.uuid(), now, Actor.SYSTEM, AuditAction.HOST_CHANGED, "host", "chaos");
    new PostgresSafeguards(database)
        .change(host, rule -> new HostRule(host, OptionalInt.of(perMinute), false), entry, now);
  }

  private AccountId account(String euros) {
    Account account = Fixtures.account();
    new PostgresAccounts(database).add(account);
    WebhookEvent event = Fixtures.event();
    new PostgresWebhookInbox(database).receive(event);
    new PostgresLedger(database)
        .deposit(
            List.of(Fixtures.receipt(event.id(), account.id(), Fixtures.payment(euros))),
            Fixtures::deposit);
    for (Host host : List.of(WIDE, GONE, NARROW)) {
      new PostgresSites(database)
          .add(
              new Site(
                  new SiteId(Fixtures.uuid()),
                  account.id(),
                  host,
                  Optional.of(new Verification(ProofMethod.FILE, SiteTerms.none())),
                  Optional.of(now),
                  now));
    }
    return account.id();
  }

  private void project(AccountId owner, Host host, VisitLimits limits) {
    start(owner, limits, host, "");
  }

  /** A daily limit that is used up at once. */
  private void burst(AccountId owner) {
    start(
        owner,
        new VisitLimits(DAILY, 0, Optional.empty()),
        WIDE,
        ",\"scheduleMode\":\"burst\",\"scheduleTrafficAmount\":%d,\"scheduleTime\":\"%s\","
                .formatted(DAILY * 2, now.minusSeconds(60).toString().substring(11, 16))
            + "\"scheduleDuration\":3");
  }

  private void start(AccountId owner, VisitLimits limits, Host host, String more) {
    Project project =
        Fixtures.project(
            owner,
            limits,
            "{\"entryUrls\":\"http://%s/\",\"timeOnPage\":\"1 second\"%s,".formatted(host, more)
                + "\"qa\":{\"rampMinutes\":0,\"maxConcurrent\":12}}");
    PostgresProjects projects = new PostgresProjects(database);
    projects.add(project);
    projects.start(owner, project.id(), now);
  }
}
