package io.trafficgen.application.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.trafficgen.application.Fixtures;
import io.trafficgen.application.port.Budgets.ClaimedGrant;
import io.trafficgen.application.port.Budgets.RoomRequest;
import io.trafficgen.application.port.NodeLeases.Lease;
import io.trafficgen.application.port.Reservation;
import io.trafficgen.application.port.ReserveOutcome;
import io.trafficgen.application.port.WebhookEvent;
import io.trafficgen.domain.account.Account;
import io.trafficgen.domain.account.AccountId;
import io.trafficgen.domain.money.Money;
import io.trafficgen.domain.project.Project;
import io.trafficgen.domain.project.VisitLimits;
import io.trafficgen.domain.site.Host;
import io.trafficgen.domain.visit.Allowance;
import io.trafficgen.domain.visit.BindingCap;
import io.trafficgen.domain.visit.FailureReason;
import io.trafficgen.domain.visit.Grant;
import io.trafficgen.domain.visit.GrantId;
import io.trafficgen.domain.visit.Room;
import io.trafficgen.domain.visit.Visit;
import io.trafficgen.domain.visit.VisitOutcome;
import io.trafficgen.domain.visit.Window;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

/** An active, funded project with a host and an hour of its own, so that no two scenes meet. */
public final class VisitScene {
  private static final AtomicLong COUNT = new AtomicLong();
  private static final int WIDE_CAP = 100_000;

  private final VisitPorts ports;
  private final AccountId account;
  private final Project project;
  private final Host host;
  private final Instant minute;

  private VisitScene(
      VisitPorts ports, AccountId account, Project project, Host host, Instant minute) {
    this.ports = ports;
    this.account = account;
    this.project = project;
    this.host = host;
    this.minute = minute;
  }

  /** 0 = unlimited. */
  public static VisitScene of(VisitPorts ports, String euros, int dailyLimit, int totalTarget) {
    long number = COUNT.incrementAndGet();
    return of(
        ports,
        euros,
        new VisitLimits(dailyLimit, totalTarget, Optional.empty()),
        Host.parse("shop" + number + ".example"),
        Fixtures.NOW.plus(Duration.ofHours(number)));
  }

  /** Another account's project on the same host in the same minute. */
  public VisitScene neighbour(String euros) {
    return of(ports, euros, VisitLimits.none(), host, minute);
  }

  public VisitScene as(Project changed) {
    return new VisitScene(ports, account, changed, host, minute);
  }

  private static VisitScene of(
      VisitPorts ports, String euros, VisitLimits limits, Host host, Instant minute) {
    Account account = Fixtures.account();
    ports.accounts().add(account);
    Project stopped =
        Fixtures.project(account.id(), limits, "{\"entryUrls\":\"https://" + host + "/\"}");
    ports.projects().add(stopped);
    Project project = ports.projects().start(account.id(), stopped.id(), minute).orElseThrow();
    VisitScene scene = new VisitScene(ports, account.id(), project, host, minute);
    scene.deposit(euros);
    return scene;
  }

  void deposit(String euros) {
    WebhookEvent event = Fixtures.event();
    ports.inbox().receive(event);
    ports
        .ledger()
        .deposit(
            List.of(Fixtures.receipt(event.id(), account, Fixtures.payment(euros))),
            Fixtures::deposit);
  }

  public AccountId account() {
    return account;
  }

  Host host() {
    return host;
  }

  Project project() {
    return project;
  }

  /** When the window of all grants begins. */
  public Instant minute() {
    return minute;
  }

  LocalDate day() {
    return LocalDate.ofInstant(minute, ZoneOffset.UTC);
  }

  Money balance() {
    return ports.ledger().balance(account).balance();
  }

  RoomRequest roomRequest(int hostPerMinute) {
    return new RoomRequest(host, day(), minute, minute, hostPerMinute);
  }

  Room room() {
    return ports.budgets().room(project.id(), roomRequest(WIDE_CAP));
  }

  ReserveOutcome reserve(int n) {
    return reserve(n, WIDE_CAP);
  }

  ReserveOutcome reserve(int n, int hostPerMinute) {
    return ports.budgets().reserve(wish(n, hostPerMinute, Long.MAX_VALUE, Long.MAX_VALUE));
  }

  /** A wish of at most {@code n} visits. */
  Reservation wish(int n, int hostPerMinute, long allowed, long chunk) {
    Grant wish =
        new Grant(
            new GrantId(Fixtures.uuid()),
            project.id(),
            project.epoch(),
            account,
            host,
            "any",
            day(),
            n,
            Window.from(minute),
            chunk == Long.MAX_VALUE);
    Allowance allowance = new Allowance(allowed, Optional.of(BindingCap.SCHEDULE));
    return new Reservation(wish, roomRequest(hostPerMinute), allowance, chunk);
  }

  public Grant reserved(int n) {
    return ((ReserveOutcome.Reserved) reserve(n)).grant();
  }

  public Lease lease(String node) {
    return ports.leases().register(node, minute);
  }

  /** The one grant that is issued, claimed by this lease. */
  ClaimedGrant claimed(Lease lease) {
    List<ClaimedGrant> claimed = ports.budgets().claim(lease, minute, 10, Set.of());
    assertThat(claimed).hasSize(1);
    return claimed.get(0);
  }

  public void complete(Grant grant, int... numbers) {
    store(grant, new VisitOutcome.Completed(), numbers);
  }

  void fail(Grant grant, int... numbers) {
    store(grant, new VisitOutcome.Failed(FailureReason.TIMEOUT), numbers);
  }

  private void store(Grant grant, VisitOutcome outcome, int... numbers) {
    List<Visit> visits = IntStream.of(numbers).mapToObj(n -> visit(grant, n, outcome)).toList();
    ports.hits().append(List.of(), visits);
  }

  private Visit visit(Grant grant, int number, VisitOutcome outcome) {
    return new Visit(
        grant.id().visit(number),
        grant.id(),
        number,
        grant.project(),
        grant.account(),
        outcome,
        1,
        minute,
        Duration.ofSeconds(3));
  }
}
