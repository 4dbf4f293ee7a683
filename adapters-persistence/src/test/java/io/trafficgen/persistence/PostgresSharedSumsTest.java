package io.trafficgen.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.trafficgen.application.Fixtures;
import io.trafficgen.application.contract.VisitPorts;
import io.trafficgen.application.contract.VisitScene;
import io.trafficgen.application.port.Budgets.Progress;
import io.trafficgen.application.port.NodeLeases.Lease;
import io.trafficgen.domain.project.Project;
import io.trafficgen.domain.visit.Grant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Sums are locked by project, whoever counts: so nobody waits for another in a circle. */
@Timeout(60)
class PostgresSharedSumsTest extends PostgresPorts implements VisitPorts {
  /** Their accounts are charged in this order; their sums are to be written in the other. */
  private record Pair(VisitScene first, VisitScene second) {}

  /** Ids grow, and the first account's project is the younger one. */
  private Pair pair() {
    VisitScene one = VisitScene.of(this, "1.00", 0, 0);
    VisitScene other = one.neighbour("1.00");
    Project young = Fixtures.project(one.account());
    projects().add(young);
    return new Pair(
        one.as(projects().start(one.account(), young.id(), one.minute()).orElseThrow()), other);
  }

  @Test
  void who_charges_several_accounts_takes_their_sums_in_the_order_of_all_others() {
    Pair pair = pair();
    Grant first = pair.first().reserved(1);
    Grant second = pair.second().reserved(1);
    Lease lease = pair.first().lease("charging");
    assertThat(budgets().claim(lease, pair.first().minute(), 10, Set.of())).hasSize(2);
    pair.first().complete(first, 1);
    pair.second().complete(second, 1);
    List<Progress> progress =
        List.of(new Progress(first.id(), 1, 1), new Progress(second.id(), 1, 1));

    CompletableFuture<Integer> charging =
        database()
            .inTransaction(counting -> {
              lock(counting, second, "");
              CompletableFuture<Integer> charged =
                  CompletableFuture.supplyAsync(
                      () -> budgets().advance(lease, progress).charged().size());
              awaitThatItWaits(counting, charged);
              lock(counting, first, "nowait");
              return charged;
            });
    assertThat(charging.join()).isEqualTo(2);
    checkInvariants();
  }

  private static void lock(Handle handle, Grant grant, String how) {
    handle
        .createQuery("select 1 from visit_days where project_id = :project for update " + how)
        .bind("project", grant.project().value())
        .mapTo(Integer.class)
        .one();
  }

  private static void awaitThatItWaits(Handle blocking, CompletableFuture<Integer> charged) {
    boolean waits = false;
    while (!waits) {
      assertThat(charged).isNotDone();
      waits =
          blocking
              .createQuery(
                  """
                  select exists (select 1 from pg_locks
                    where not granted and pg_backend_pid() = any (pg_blocking_pids(pid)))
                  """)
              .mapTo(Boolean.class)
              .one();
    }
  }
}
