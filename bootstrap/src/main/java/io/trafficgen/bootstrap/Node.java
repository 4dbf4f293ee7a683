package io.trafficgen.bootstrap;

import io.trafficgen.application.account.ForgetSessions;
import io.trafficgen.application.operations.ForgetAnswers;
import io.trafficgen.application.operations.ForgetOldRecords;
import io.trafficgen.persistence.PostgresDatabase;
import io.trafficgen.persistence.PostgresOldRecords;
import io.trafficgen.persistence.PostgresSessions;
import io.trafficgen.web.AdminServer;
import io.trafficgen.web.WebServer;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One running TrafficGen process: API, money worker and engine on one database. */
final class Node implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Node.class);
  private static final Duration BEAT = Duration.ofSeconds(1);

  /** With its own work it comes once a second, so that a kill switch is heard in that time. */
  private static final Duration ENGINE_BEAT = Duration.ofMillis(800);

  private static final Duration CLOCK_BEAT = Duration.ofSeconds(5);
  private static final Duration MISSED_BEAT = Duration.ofMinutes(10);
  private static final Duration PROOF_BEAT = Duration.ofMinutes(1);
  private static final Duration DROPPED_BEAT = Duration.ofSeconds(20);
  private static final Duration DISCOVERY_BEAT = Duration.ofSeconds(5);
  private static final Duration EARNINGS_BEAT = Duration.ofSeconds(3);

  /** Loads that are not done then were cut off some seconds before. */
  private static final Duration DRAIN = Duration.ofSeconds(40);

  private static final Duration DRAIN_BEAT = Duration.ofMillis(100);
  private static final Duration EXITS_BEAT = Duration.ofSeconds(10);
  private static final Duration RARE_BEAT = Duration.ofHours(6);
  private static final int PARTITION_DAYS = 7;

  private final Wiring wiring;
  private final WebServer server;
  private final Schedules schedules;
  private final AdminServer admin;

  private Node(Wiring wiring, WebServer server, Schedules schedules) {
    this.wiring = wiring;
    this.server = server;
    this.schedules = schedules;
    this.admin = new AdminServer(wiring.metrics::text);
  }

  /**
   * Starts everything; the port opens when every route can answer, and the timers begin behind it.
   *
   * @param database not yet migrated
   */
  static Node start(AppConfig config, DataFolder data, PostgresDatabase database) {
    // The object graph asks nothing of the database, so both are made side by side.
    CompletableFuture<Void> migrated =
        CompletableFuture.runAsync(() -> {
          database.migrate();
          database.makeHitPartitions(PARTITION_DAYS);
        });
    Wiring wiring = new Wiring(config, data, database);
    Schedules schedules = new Schedules();
    schedules.every("partitions", RARE_BEAT, () -> database.makeHitPartitions(PARTITION_DAYS));
    schedules.every(
        "old records",
        RARE_BEAT,
        new ForgetOldRecords(new PostgresOldRecords(database), config.retention(), wiring.clock)
            ::forget);
    schedules.every(
        "old answers",
        Duration.ofHours(1),
        new ForgetAnswers(wiring.idempotencyKeys, wiring.clock)::forget);
    schedules.every(
        "old sessions",
        Duration.ofHours(1),
        new ForgetSessions(new PostgresSessions(database), wiring.clock)::forget);
    Runnable book = schedules.every("payments", BEAT, wiring.bookPayments::book);
    schedules.every("missed payments", MISSED_BEAT, MoneyWiring.poll(wiring, book)::poll);
    schedules.every("earnings", EARNINGS_BEAT, new AffiliateWiring(wiring)::settle);
    schedules.every("ledger", Duration.ofHours(1), LedgerWiring.alarm(wiring)::look);
    schedules.every("exits", EXITS_BEAT, BotWiring.checks(wiring)::check);
    schedules.every("proofs", PROOF_BEAT, wiring.siteWiring.recheck()::recheck);
    schedules.every("other nodes", BEAT, wiring.followNodes::follow);
    VisitWiring visits = wiring.visitWiring;
    schedules.every("stop rules", BEAT, visits.judge()::judge);
    schedules.every("dropped visits", DROPPED_BEAT, visits.countDropped()::count);
    schedules.every("discovery", DISCOVERY_BEAT, visits.discover()::discover);
    schedules.every("notices", BEAT, visits.sendNotices()::send);
    Runnable beat = visits(wiring, schedules);
    Node node = new Node(wiring, WebWiring.server(wiring, book, beat), schedules);
    await(migrated);
    config.adminPort().ifPresent(port -> node.open(port, () -> node.admin.start(port)));
    node.open(config.port(), () -> node.server.start(config.isLocal(), config.port()));
    schedules.begin();
    return node;
  }

  private static void await(CompletableFuture<Void> task) {
    try {
      task.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }

  /**
   * Makes visits; several processes may on one database.
   *
   * @return lets the engine's next beat come at once
   */
  static Runnable visits(Wiring wiring, Schedules schedules) {
    schedules.every("clock", CLOCK_BEAT, wiring.clock::read);
    schedules.every("pacer", BEAT, wiring.paceProjects::pace);
    return schedules.every("engine", ENGINE_BEAT, wiring.runGrants::run);
  }

  private void open(int port, Runnable start) {
    try {
      start.run();
    } catch (RuntimeException e) {
      close();
      throw new StartRefusedException("port " + port + " cannot be opened: " + e.getMessage());
    }
  }

  /** The secret that makes the first admin, if this is the first start. */
  Optional<String> adminSecret() {
    return wiring.offerAdmin.offer();
  }

  /**
   * Drains: intake refused, loads in flight finished, visits and money written, streams closed with
   * an event.
   */
  @Override
  public void close() {
    server.drain();
    schedules.close();
    drain(wiring);
    server.close();
    admin.close();
    wiring.close();
    LOG.info("drained");
  }

  /** Ends the visits of a node whose timers rest, and waits until all its grants are settled. */
  static void drain(Wiring wiring) {
    Instant end = wiring.clock.instant().plus(DRAIN);
    try {
      while (!wiring.drainGrants.drain() && wiring.clock.instant().isBefore(end)) {
        Thread.sleep(DRAIN_BEAT);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      LOG.warn("draining failed, the next start settles what is open: {}", e.toString());
    }
  }
}
