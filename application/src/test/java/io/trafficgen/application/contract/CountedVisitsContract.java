package io.trafficgen.application.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.trafficgen.application.Fixtures;
import io.trafficgen.application.port.HitStore.StatsRequest;
import io.trafficgen.application.port.NodeLeases.Lease;
import io.trafficgen.domain.visit.FailureReason;
import io.trafficgen.domain.visit.Grant;
import io.trafficgen.domain.visit.GrantId;
import io.trafficgen.domain.visit.Hit;
import io.trafficgen.domain.visit.ProjectStats;
import io.trafficgen.domain.visit.Receipt;
import io.trafficgen.domain.visit.Visit;
import io.trafficgen.domain.visit.VisitOutcome;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every {@link io.trafficgen.application.port.HitStore} stores and counts once. */
public interface CountedVisitsContract extends VisitPorts {
  @Test
  default void a_batch_repeated_changes_nothing() {
    VisitScene scene = VisitScene.of(this, "1.00", 0, 0);
    Grant grant = scene.reserved(2);
    scene.complete(grant, 1);
    scene.fail(grant, 2);
    List<Receipt> before = receipts(scene);

    scene.fail(grant, 1);
    scene.complete(grant, 2);

    assertThat(receipts(scene)).isEqualTo(before).hasSize(2);
    ProjectStats stats = stats(scene);
    assertThat(stats.totals().completed()).isEqualTo(1);
    assertThat(stats.totals().failed()).isEqualTo(1);
    assertThat(stats.failures()).isEqualTo(Map.of(FailureReason.TIMEOUT, 1L));
    assertThat(stats.series()).containsExactly(new ProjectStats.Bucket(scene.minute(), 1, 1, 2));
  }

  @Test
  default void of_a_batch_that_is_partly_there_the_rest_is_stored_and_counted() {
    VisitScene scene = VisitScene.of(this, "1.00", 0, 0);
    Grant grant = scene.reserved(4);
    scene.complete(grant, 2);
    Hit there = HitStoreContract.hit(scene, grant, 1, Optional.empty());
    hits().append(List.of(there), List.of());

    Hit more = HitStoreContract.hit(scene, grant, 2, Optional.empty());
    hits()
        .append(
            List.of(there, more, more),
            List.of(
                visit(scene, grant, 2), visit(scene, grant, 3),
                visit(scene, grant, 4), visit(scene, grant, 4)));

    assertThat(pages(scene)).containsExactly(more, there);
    assertThat(receipts(scene)).hasSize(3);
    assertThat(stats(scene).totals().completed()).isEqualTo(3);
  }

  @Test
  default void the_same_batch_from_eight_threads_is_stored_and_counted_once() {
    VisitScene scene = VisitScene.of(this, "1.00", 0, 0);
    Grant grant = scene.reserved(50);
    List<Hit> hits =
        IntStream.rangeClosed(1, 50)
            .mapToObj(page -> HitStoreContract.hit(scene, grant, page, Optional.empty()))
            .toList();
    List<Visit> visits =
        IntStream.rangeClosed(1, 50).mapToObj(number -> visit(scene, grant, number)).toList();

    Together.collect(
        8,
        () -> {
          hits().append(hits, visits);
          return List.of();
        },
        1);

    assertThat(pages(scene)).hasSize(50);
    assertThat(stats(scene).totals().completed()).isEqualTo(50);
    assertThat(stats(scene).series()).extracting(ProjectStats.Bucket::pages).containsExactly(100L);
  }

  @Test
  default void a_receipt_of_a_grant_that_nobody_knows_holds_nothing_up() {
    VisitScene scene = VisitScene.of(this, "1.00", 0, 0);
    Grant grant = scene.reserved(1);
    Grant unknown =
        new Grant(
            new GrantId(Fixtures.uuid()),
            grant.project(),
            grant.projectEpoch(),
            grant.account(),
            grant.host(),
            grant.region(),
            grant.day(),
            1,
            grant.window(),
            true);

    hits().append(List.of(), List.of(visit(scene, unknown, 1), visit(scene, grant, 1)));

    assertThat(receipts(scene))
        .extracting(receipt -> receipt.visit().grant())
        .containsExactly(grant.id());
  }

  @Test
  default void counts_by_the_minute_the_hour_and_the_day_to_which_a_grant_counts() {
    VisitScene scene = VisitScene.of(this, "1.00", 0, 0);
    Lease lease = scene.lease("node-sums");
    Grant grant = scene.reserved(3);
    scene.claimed(lease);
    scene.complete(grant, 1, 2);
    scene.fail(grant, 3);
    budgets().settle(lease, grant.id(), 3, 0);

    ZoneId zone = ZoneId.of("Asia/Kathmandu");
    for (ProjectStats.Step by : ProjectStats.Step.values()) {
      ProjectStats stats = stats(scene, new StatsRequest(scene.day(), zone, by));
      Instant start =
          switch (by) {
            case MINUTE -> scene.minute();
            case HOUR -> scene.minute().truncatedTo(ChronoUnit.HOURS);
            case DAY -> scene.day().atStartOfDay(zone).toInstant();
          };
      assertThat(stats.series()).containsExactly(new ProjectStats.Bucket(start, 2, 1, 3));
      assertThat(stats.today()).isEqualTo(stats.totals());
      assertThat(stats.totals().billed()).isEqualTo(2);
    }
    ProjectStats tomorrow =
        stats(
            scene,
            new StatsRequest(scene.day().plusDays(1), ZoneOffset.UTC, ProjectStats.Step.DAY));
    assertThat(tomorrow.today()).isEqualTo(new ProjectStats.Counts(0, 0, 0, 0, 0));
  }

  private List<Hit> pages(VisitScene scene) {
    return hits()
        .hits(scene.account(), scene.project().id(), LedgerContract.FIRST)
        .orElseThrow()
        .items();
  }

  private List<Receipt> receipts(VisitScene scene) {
    return hits()
        .visits(scene.account(), scene.project().id(), LedgerContract.FIRST)
        .orElseThrow()
        .items();
  }

  /** Completed, with two pages. */
  private static Visit visit(VisitScene scene, Grant grant, int number) {
    return new Visit(
        grant.id().visit(number),
        grant.id(),
        number,
        grant.project(),
        grant.account(),
        new VisitOutcome.Completed(),
        2,
        scene.minute(),
        Duration.ofSeconds(3));
  }
}
