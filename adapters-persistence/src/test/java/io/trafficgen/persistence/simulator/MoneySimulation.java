package io.trafficgen.persistence.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.trafficgen.application.ConflictException;
import io.trafficgen.application.NotAllowedException;
import io.trafficgen.domain.PageRequest;
import io.trafficgen.domain.billing.EventState;
import io.trafficgen.domain.billing.ReceivedPayment;
import io.trafficgen.persistence.PostgresDatabase;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * One world: random operations, every promise of the billing page, 3.5, looked at after each; then
 * everything is delivered, and our books must say what the provider's say.
 */
final class MoneySimulation {
  private static final int REMEMBERED = 40;

  private final long seed;
  private final MoneyWorld world;
  private final List<Supplier<String>> operations = new ArrayList<>();
  private final Deque<String> history = new ArrayDeque<>();
  private final Snapshots snapshots;

  MoneySimulation(PostgresDatabase database, Snapshots snapshots, long seed) {
    this.seed = seed;
    this.snapshots = snapshots;
    this.world = new MoneyWorld(database, seed);
    MoneyOperations money = new MoneyOperations(world);
    OperatorOperations operators = new OperatorOperations(world);
    AffiliateOperations affiliates = new AffiliateOperations(world);
    VisitOperations visits = new VisitOperations(world);
    add(8, money::pay);
    add(1, money::payOddly);
    add(1, money::declined);
    add(14, money::deliver);
    add(2, money::repeat);
    add(10, money::work);
    add(1, money::workerDies);
    add(2, () -> money.wait(Duration.ofSeconds(world.random.nextInt(90))));
    add(3, () -> money.wait(Duration.ofDays(world.random.nextInt(20))));
    add(4, money::refund);
    add(1, money::chargeBack);
    add(1, money::lie);
    add(2, money::dispute);
    add(2, money::win);
    add(1, money::lose);
    add(2, operators::assign);
    add(1, operators::giveParkedBack);
    add(2, operators::announceRefund);
    add(1, operators::bonus);
    add(1, operators::replay);
    add(2, affiliates::approve);
    add(3, affiliates::request);
    add(4, affiliates::move);
    add(1, affiliates::cancel);
    add(1, affiliates::chooseAutoCredit);
    add(2, affiliates::credit);
    add(1, affiliates::release);
    add(1, affiliates::refuse);
    add(10, visits::hold);
    add(6, visits::claim);
    add(8, visits::capture);
    add(5, visits::settle);
    add(2, visits::expire);
    add(1, visits::nodeDies);
    add(1, visits::forgetClosed);
  }

  private void add(int weight, Supplier<String> operation) {
    for (int i = 0; i < weight; i++) {
      operations.add(operation);
    }
  }

  void run(int steps) {
    try {
      for (int step = 0; step < steps; step++) {
        Supplier<String> operation = operations.get(world.random.nextInt(operations.size()));
        remember(step, run(operation));
        assertThat(world.ledger.reconcile()).isEmpty();
      }
      converge();
    } catch (RuntimeException | AssertionError e) {
      throw new AssertionError(
          "seed " + seed + ", last operations:\n" + String.join("\n", history), e);
    }
  }

  private void remember(int step, String what) {
    history.addLast(step + " " + what);
    if (history.size() > REMEMBERED) {
      history.removeFirst();
    }
  }

  /** I14: what is refused changes nothing. */
  private String run(Supplier<String> operation) {
    String before = world.onceIn(50) ? snapshots.ofMoney() : "";
    try {
      return operation.get();
    } catch (ConflictException | NotAllowedException refused) {
      if (!before.isEmpty()) {
        assertThat(snapshots.ofMoney()).isEqualTo(before);
      }
      return "refused: " + refused.getMessage();
    }
  }

  /** Delivers and books all there is: every payment is known, once, and the totals are equal. */
  private void converge() {
    MoneyOperations money = new MoneyOperations(world);
    world.provider.becomeReliable();
    while (world.provider.hasUndelivered()) {
      remember(-1, money.deliver());
    }
    for (int hour = 0; hour < 30; hour++) {
      world.time.advance(Duration.ofHours(1));
      world.worker.book();
    }
    assertThat(world.ledger.reconcile()).isEmpty();
    for (EventState open : List.of(EventState.RECEIVED, EventState.PROCESSING, EventState.FAILED)) {
      assertThat(world.inbox.list(Optional.of(open), all(Optional.empty())).items()).isEmpty();
    }
    List<ReceivedPayment> known = payments();
    assertThat(known.stream().filter(payment -> payment.providerId().startsWith("pay-")))
        .extracting(ReceivedPayment::providerId)
        .containsExactlyInAnyOrderElementsOf(world.provider.payments());
  }

  private List<ReceivedPayment> payments() {
    List<ReceivedPayment> known = new ArrayList<>();
    Optional<PageRequest.Position> next = Optional.empty();
    do {
      var page = world.payments.list(Optional.empty(), all(next));
      known.addAll(page.items());
      next = page.next();
    } while (next.isPresent());
    return known;
  }

  private static PageRequest all(Optional<PageRequest.Position> after) {
    return new PageRequest(100, after);
  }

  /** What the money tables say, as one text. */
  interface Snapshots {
    String ofMoney();
  }
}
