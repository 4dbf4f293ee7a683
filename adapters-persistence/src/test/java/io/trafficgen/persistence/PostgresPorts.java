package io.trafficgen.persistence;

import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;

/** The ports on a database of the test class's own; contracts are mixed in. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class PostgresPorts {
  private PostgresDatabase database;

  @BeforeAll
  void open() {
    database = TestDatabase.fresh();
  }

  @AfterAll
  void close() {
    database.close();
  }

  PostgresDatabase database() {
    return database;
  }

  public PostgresAccounts accounts() {
    return new PostgresAccounts(database);
  }

  public PostgresSessions sessions() {
    return new PostgresSessions(database);
  }

  public PostgresAdminSecrets adminSecrets() {
    return new PostgresAdminSecrets(database);
  }

  public PostgresAccountChanges accountChanges() {
    return new PostgresAccountChanges(database);
  }

  public PostgresMailedTokens mailedTokens() {
    return new PostgresMailedTokens(database);
  }

  public PostgresSecondFactors secondFactors() {
    return new PostgresSecondFactors(database, new SealedSecrets(new byte[32], new Random(1)));
  }

  public PostgresInvitations invitations() {
    return new PostgresInvitations(database);
  }

  public PostgresPayments payments() {
    return new PostgresPayments(database);
  }

  public PostgresAuditLog auditLog() {
    return new PostgresAuditLog(database);
  }

  public PostgresSafeguards safeguards() {
    return new PostgresSafeguards(database);
  }

  public PostgresSites sites() {
    return new PostgresSites(database);
  }

  public PostgresSiteChecks checks() {
    return new PostgresSiteChecks(database);
  }

  public PostgresProjectChanges changes() {
    return new PostgresProjectChanges(database);
  }

  public PostgresProjects projects() {
    return new PostgresProjects(database);
  }

  public PostgresWebhookInbox inbox() {
    return new PostgresWebhookInbox(database);
  }

  public PostgresTopUps topUps() {
    return new PostgresTopUps(database);
  }

  public PostgresAffiliates affiliates() {
    return new PostgresAffiliates(database);
  }

  public PostgresLedger ledger() {
    return new PostgresLedger(database);
  }

  public PostgresReferralClicks clicks() {
    return new PostgresReferralClicks(database);
  }

  public PostgresEarnings earnings() {
    return new PostgresEarnings(database);
  }

  public PostgresPayouts payouts() {
    return new PostgresPayouts(database);
  }

  public PostgresBudgets budgets() {
    return new PostgresBudgets(database);
  }

  public PostgresNodeLeases leases() {
    return new PostgresNodeLeases(database, PostgresNodeLeases.TIME_TO_LIVE);
  }

  public PostgresHitStore hits() {
    return new PostgresHitStore(database, "node");
  }

  public PostgresHitStore hits(String node) {
    return new PostgresHitStore(database, node);
  }

  public PostgresOtherNodes others(String node) {
    return new PostgresOtherNodes(database, node);
  }

  public PostgresCookieJars jars() {
    return new PostgresCookieJars(database);
  }

  public PostgresHostPauses pauses() {
    return new PostgresHostPauses(database);
  }

  public PostgresRunHealths healths() {
    return new PostgresRunHealths(database);
  }

  public PostgresDueVisits dueVisits() {
    return new PostgresDueVisits(database);
  }

  public PostgresFoundPages found() {
    return new PostgresFoundPages(database);
  }

  public PostgresOwedNotices notices() {
    return new PostgresOwedNotices(database);
  }

  public void checkInvariants() {
    Invariants.check(database);
  }
}
