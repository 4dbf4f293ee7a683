package io.trafficgen.application.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.trafficgen.application.port.NodeLeases.Lease;
import io.trafficgen.application.port.OldRecords;
import io.trafficgen.application.port.OldRecords.Kind;
import io.trafficgen.domain.money.Money;
import io.trafficgen.domain.visit.Grant;
import io.trafficgen.domain.visit.ProjectStats;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What every {@link OldRecords} leaves as it is when it removes visits and their grants. */
public interface OldRecordsContract extends VisitPorts {
  OldRecords oldRecords();

  private void remove(Kind kind, Instant before) {
    while (oldRecords().remove(kind, before)) {
      // the next batch
    }
  }

  @Test
  default void closed_grants_go_with_their_receipts_and_the_books_and_counts_stay() {
    VisitScene scene = VisitScene.of(this, "1.00", 100, 100);
    Lease lease = scene.lease("node-old");
    Grant settled = scene.reserved(4);
    scene.claimed(lease);
    scene.complete(settled, 1, 2);
    scene.fail(settled, 3);
    budgets().settle(lease, settled.id(), 3, 0);
    scene.reserved(5);
    Instant late = scene.minute().plus(Duration.ofHours(1));
    budgets().expire(late);
    Money balance = scene.balance();
    ProjectStats stats = stats(scene);

    remove(Kind.GRANTS, late);
    assertThat(receipts(scene)).isEqualTo(3);
    remove(Kind.HOST_MINUTES, late);
    remove(Kind.GRANTS, scene.minute());
    assertThat(receipts(scene)).isEqualTo(3);
    remove(Kind.GRANTS, late);
    checkInvariants();

    assertThat(receipts(scene)).isZero();
    assertThat(scene.balance()).isEqualTo(balance);
    assertThat(stats(scene)).isEqualTo(stats);
    assertThat(stats.totals().billed()).isEqualTo(2);

    scene.complete(settled, 4);
    assertThat(receipts(scene)).isZero();
  }

  @Test
  default void what_is_open_stays_however_old_it_is() {
    VisitScene scene = VisitScene.of(this, "1.00", 0, 0);
    Lease lease = scene.lease("node-open");
    Grant running = scene.reserved(2);
    scene.claimed(lease);
    scene.complete(running, 1);
    Instant late = scene.minute().plus(Duration.ofDays(365));

    remove(Kind.HOST_MINUTES, late);
    remove(Kind.GRANTS, late);
    budgets().settle(lease, running.id(), 1, 0);

    assertThat(receipts(scene)).isEqualTo(1);
    assertThat(stats(scene).totals().billed()).isEqualTo(1);
  }

  private int receipts(VisitScene scene) {
    return hits()
        .visits(scene.account(), scene.project().id(), LedgerContract.FIRST)
        .orElseThrow()
        .items()
        .size();
  }
}
