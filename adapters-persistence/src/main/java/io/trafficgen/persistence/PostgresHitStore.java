package io.trafficgen.persistence;

import io.trafficgen.application.port.HitStore;
import io.trafficgen.domain.Page;
import io.trafficgen.domain.PageRequest;
import io.trafficgen.domain.PageRequest.Position;
import io.trafficgen.domain.account.AccountId;
import io.trafficgen.domain.project.ProjectId;
import io.trafficgen.domain.visit.ChargedHit;
import io.trafficgen.domain.visit.Hit;
import io.trafficgen.domain.visit.ProjectStats;
import io.trafficgen.domain.visit.Receipt;
import io.trafficgen.domain.visit.Visit;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@link HitStore} in {@code hits} and {@code visits}. */
public final class PostgresHitStore implements HitStore {
  private static final Logger LOG = LoggerFactory.getLogger(PostgresHitStore.class);
  private static final int ATTEMPTS = 4;

  private final PostgresDatabase database;
  private final String node;
  private volatile OptionalInt number = OptionalInt.empty();

  /**
   * @param node this process's name, by which others know what is its
   */
  public PostgresHitStore(PostgresDatabase database, String node) {
    this.database = database;
    this.node = node;
  }

  @Override
  public void append(List<Hit> hits, List<Visit> visits) {
    if (hits.isEmpty() && visits.isEmpty()) {
      return;
    }
    try {
      append(new VisitBatch(hits, visits));
    } catch (JdbiException e) {
      if (!DatabaseFailures.refusesValue(e)) {
        throw e;
      }
      appendHalves(hits, visits, e);
    }
  }

  private void append(VisitBatch whole) {
    try {
      database.run(handle -> whole.write(handle, number(handle)));
    } catch (JdbiException e) {
      if (!DatabaseFailures.foundUnfit(e)) {
        throw e;
      }
      appendMissing(whole);
    }
  }

  /** A row that can never be stored is told and left out, or it would hold all others up. */
  private void appendHalves(List<Hit> hits, List<Visit> visits, JdbiException refusal) {
    if (hits.size() + visits.size() == 1) {
      LOG.error(
          "left out, since it can never be stored: {}{}: {}", hits, visits, refusal.toString());
    } else if (!hits.isEmpty() && !visits.isEmpty()) {
      append(hits, List.of());
      append(List.of(), visits);
    } else {
      append(hits.subList(0, hits.size() / 2), visits.subList(0, visits.size() / 2));
      append(
          hits.subList(hits.size() / 2, hits.size()),
          visits.subList(visits.size() / 2, visits.size()));
    }
  }

  /** The rest of a batch of which something is there; somebody else may be storing it too. */
  private void appendMissing(VisitBatch whole) {
    for (int attempt = 1; ; attempt++) {
      try {
        database.run(handle -> whole.missing(handle).write(handle, number(handle)));
        return;
      } catch (JdbiException e) {
        if (!DatabaseFailures.foundUnfit(e) || attempt == ATTEMPTS) {
          throw e;
        }
      }
    }
  }

  /** Has one since its first lease; before that it is nobody. */
  private int number(Handle handle) {
    if (number.isEmpty()) {
      number =
          handle
              .createQuery("select number from node_leases where node = :node")
              .bind("node", node)
              .mapTo(Integer.class)
              .findOne()
              .map(OptionalInt::of)
              .orElseGet(OptionalInt::empty);
    }
    return number.orElse(0);
  }

  @Override
  public Optional<Page<Hit>> hits(AccountId owner, ProjectId project, PageRequest request) {
    return owned(
        owner,
        project,
        handle ->
            Pages.of(
                handle
                    .createQuery(
                        """
                        select * from hits
                        where project_id = :project and (ts, id) < (:at, :after)
                        order by ts desc, id desc limit :rows
                        """)
                    .bind("project", project.value()),
                request,
                new HitRows(),
                hit -> new Position(hit.at(), hit.id())));
  }

  @Override
  public Optional<Page<ChargedHit>> export(
      AccountId owner, ProjectId project, Instant since, PageRequest request) {
    return owned(
        owner,
        project,
        handle ->
            Pages.of(
                handle
                    .createQuery(
                        """
                        select h.*, coalesce(v.charged, false) as charged
                        from (select * from hits
                          where project_id = :project and ts >= :since and (ts, id) < (:at, :after)
                          order by ts desc, id desc limit :rows) h
                        left join visits v on v.id = h.visit_id
                        order by h.ts desc, h.id desc
                        """)
                    .bind("project", project.value())
                    .bind("since", since),
                request,
                (row, context) ->
                    new ChargedHit(new HitRows().map(row, context), row.getBoolean("charged")),
                found -> new Position(found.hit().at(), found.hit().id())));
  }

  @Override
  public Optional<Page<Receipt>> visits(AccountId owner, ProjectId project, PageRequest request) {
    return owned(
        owner,
        project,
        handle ->
            Pages.of(
                handle
                    .createQuery(
                        """
                        select * from visits
                        where project_id = :project and (ended_at, id) < (:at, :after)
                        order by ended_at desc, id desc limit :rows
                        """)
                    .bind("project", project.value()),
                request,
                new VisitRows(),
                receipt -> new Position(receipt.visit().endedAt(), receipt.visit().id().value())));
  }

  @Override
  public Optional<ProjectStats> stats(AccountId owner, ProjectId project, StatsRequest request) {
    return owned(owner, project, handle -> StatsRows.read(handle, project, request));
  }

  private <R> Optional<R> owned(AccountId owner, ProjectId project, Function<Handle, R> work) {
    return database.snapshot(handle ->
        handle
            .createQuery(
                """
                select 1 from projects
                where id = :project and user_id = :owner and removed_at is null
                """)
            .bind("project", project.value())
            .bind("owner", owner.value())
            .mapTo(Integer.class)
            .findOne()
            .map(found -> work.apply(handle)));
  }
}
