package io.trafficgen.persistence.simulator;

import io.trafficgen.application.Fixtures;
import io.trafficgen.application.port.Budgets.ClaimedGrant;
import io.trafficgen.application.port.Budgets.Progress;
import io.trafficgen.application.port.Budgets.RoomRequest;
import io.trafficgen.application.port.NodeLeases.Lease;
import io.trafficgen.application.port.OldRecords.Kind;
import io.trafficgen.application.port.Reservation;
import io.trafficgen.domain.account.AccountId;
import io.trafficgen.domain.project.Project;
import io.trafficgen.domain.project.VisitLimits;
import io.trafficgen.domain.site.Host;
import io.trafficgen.domain.visit.Allowance;
import io.trafficgen.domain.visit.FailureReason;
import io.trafficgen.domain.visit.Grant;
import io.trafficgen.domain.visit.GrantId;
import io.trafficgen.domain.visit.Visit;
import io.trafficgen.domain.visit.VisitOutcome;
import io.trafficgen.domain.visit.Window;
import io.trafficgen.persistence.PostgresBudgets;
import io.trafficgen.persistence.PostgresHitStore;
import io.trafficgen.persistence.PostgresNodeLeases;
import io.trafficgen.persistence.PostgresOldRecords;
import io.trafficgen.persistence.PostgresProjects;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What spends the money: holds, captures, and grants that end in every way. */
final class VisitOperations {
  private static final Host HOST = Host.parse("shop.example");
  private static final int WIDE_CAP = 1_000_000;

  private final MoneyWorld world;
  private final PostgresBudgets budgets;
  private final PostgresNodeLeases leases;
  private final PostgresHitStore hits;
  private final Map<AccountId, Project> projects = new HashMap<>();
  private final List<Running> running = new ArrayList<>();
  private Lease lease;

  /** A claimed grant of which {@code done} visits have ended. */
  private record Running(ClaimedGrant claimed, int done) {}

  VisitOperations(MoneyWorld world) {
    this.world = world;
    this.budgets = new PostgresBudgets(world.database);
    this.leases = new PostgresNodeLeases(world.database, PostgresNodeLeases.TIME_TO_LIVE);
    this.hits = new PostgresHitStore(world.database, "node");
    this.lease = leases.register("node", now());
    PostgresProjects store = new PostgresProjects(world.database);
    for (AccountId account : world.accounts) {
      Project stopped =
          Fixtures.project(
              account, VisitLimits.none(), "{\"entryUrls\":\"https://" + HOST + "/\"}");
      store.add(stopped);
      projects.put(account, store.start(account, stopped.id(), now()).orElseThrow());
    }
  }

  private Instant now() {
    return world.time.instant();
  }

  String hold() {
    AccountId account = world.anyAccount();
    Project project = Optional.ofNullable(projects.get(account)).orElseThrow();
    Instant minute = now().truncatedTo(ChronoUnit.MINUTES);
    Grant wish =
        new Grant(
            new GrantId(world.uuid()),
            project.id(),
            project.epoch(),
            account,
            HOST,
            "any",
            LocalDate.ofInstant(minute, ZoneOffset.UTC),
            1 + world.random.nextInt(world.onceIn(3) ? 100_000 : 40),
            Window.from(minute),
            true);
    RoomRequest room = new RoomRequest(HOST, wish.day(), minute, minute, WIDE_CAP);
    Allowance all = new Allowance(Long.MAX_VALUE, Optional.empty());
    return "hold " + budgets.reserve(new Reservation(wish, room, all, Long.MAX_VALUE));
  }

  String claim() {
    Set<GrantId> known =
        running.stream().map(run -> run.claimed().grant().id()).collect(Collectors.toSet());
    List<ClaimedGrant> claimed = budgets.claim(lease, now(), 3, known);
    claimed.forEach(grant -> running.add(new Running(grant, 0)));
    return "claim " + claimed.size();
  }

  /** Ends some visits, and charges the completed ones. */
  String capture() {
    if (running.isEmpty()) {
      return "nothing runs";
    }
    int index = world.random.nextInt(running.size());
    Running run = running.get(index);
    Grant grant = run.claimed().grant();
    int until = Math.min(grant.n(), run.done() + 1 + world.random.nextInt(30));
    List<Visit> visits = new ArrayList<>();
    for (int number = run.done() + 1; number <= until; number++) {
      visits.add(visit(grant, number));
    }
    hits.append(List.of(), visits);
    budgets.advance(lease, List.of(new Progress(grant.id(), until, until)));
    running.set(index, new Running(run.claimed(), until));
    return "capture up to " + until + " of " + grant.n();
  }

  private Visit visit(Grant grant, int number) {
    return new Visit(
        grant.id().visit(number),
        grant.id(),
        number,
        grant.project(),
        grant.account(),
        world.onceIn(4)
            ? new VisitOutcome.Failed(FailureReason.TIMEOUT)
            : new VisitOutcome.Completed(),
        1,
        now(),
        Duration.ofSeconds(3));
  }

  String settle() {
    if (running.isEmpty()) {
      return "nothing runs";
    }
    Running run = running.remove(world.random.nextInt(running.size()));
    budgets.settle(lease, run.claimed().grant().id(), run.done(), 0);
    return "settle after " + run.done();
  }

  String expire() {
    return "expire " + budgets.expire(now());
  }

  /** The node is not heard of; another takes its name. */
  String nodeDies() {
    running.clear();
    world.time.advance(Duration.ofMinutes(2));
    int taken = budgets.reclaim(now());
    lease = leases.register("node", now());
    return "node dies with " + taken + " and " + budgets.reclaim(now());
  }

  /** Whatever is closed by now goes, at once; in life it is weeks old. */
  String forgetClosed() {
    PostgresOldRecords records = new PostgresOldRecords(world.database);
    records.remove(Kind.HOST_MINUTES, now());
    return "forget, more " + records.remove(Kind.GRANTS, now());
  }
}
