package io.trafficgen.persistence;

import io.trafficgen.application.port.Budgets.RoomRequest;
import io.trafficgen.application.port.Reservation;
import io.trafficgen.application.port.ReserveOutcome;
import io.trafficgen.domain.account.AccountId;
import io.trafficgen.domain.billing.Lot;
import io.trafficgen.domain.project.ProjectId;
import io.trafficgen.domain.visit.Allowance;
import io.trafficgen.domain.visit.Grant;
import io.trafficgen.domain.visit.Room;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Step 1: limits, host minute and money for a grant. */
final class ReserveStep {
  /** Where a window's visits are granted together, this many may start before the first beat. */
  private static final int LEAST_CHUNK = 8;

  private ReserveStep() {}

  static ReserveOutcome run(Handle handle, Reservation reservation) {
    Grant wish = reservation.wish();
    WalletRow wallet = WalletRow.lock(handle, wish.account());
    Optional<Limits> limits = lockProject(handle, wish);
    if (limits.isEmpty()) {
      return new ReserveOutcome.Outdated();
    }
    if (limits.get().delivered()) {
      return new ReserveOutcome.Delivered();
    }
    RoomRows rows = new RoomRows(handle, wish.project(), reservation.room());
    rows.lock(limits.get().daily());
    List<Lot> lots = payingLots(handle, wallet.account(), wallet.debt().isPositive());
    Room room = rows.read(lots);
    Allowance left = room.left(reservation.allowed(), reservation.ahead());
    long n = Math.min(left.visits(), wish.n());
    if (n == 0) {
      return new ReserveOutcome.Bound(left.cap().orElseThrow());
    }
    Grant grant = withVisits(wish, Math.toIntExact(n));
    GrantRow.insert(
        handle, grant, grant.spread() ? LEAST_CHUNK : Math.toIntExact(reservation.chunk()));
    Counters.reserve(handle, grant);
    HoldRows.insert(handle, grant.id(), room.hold(n), lots);
    return new ReserveOutcome.Reserved(grant);
  }

  /** The room without a lock. */
  static Room look(Handle handle, ProjectId project, RoomRequest request) {
    List<Lot> lots =
        handle
            .createQuery(
                """
                select u.id, u.debt_micros from projects p join users u on u.id = p.user_id
                where p.id = :project
                """)
            .bind("project", project.value())
            .map((row, context) ->
                payingLots(
                    handle,
                    new AccountId(Columns.uuid(row, "id")),
                    Columns.micros(row, "debt_micros").isPositive()))
            .findOne()
            .orElse(List.of());
    return new RoomRows(handle, project, request).read(lots);
  }

  /** Who owes pays nothing else before. */
  private static List<Lot> payingLots(Handle handle, AccountId account, boolean indebted) {
    return indebted ? List.of() : LotRows.open(handle, account);
  }

  /**
   * @param delivered whether the total target is reached
   */
  private record Limits(int daily, boolean delivered) {}

  /**
   * The project's limits; empty if it was stopped or changed, or its host asked for a pause, since
   * the wish was made. Who was started in the moment of a switch is active, and still gets nothing.
   */
  private static Optional<Limits> lockProject(Handle handle, Grant wish) {
    return handle
        .createQuery(
            """
            select daily_limit, total_target > 0 and used >= total_target as delivered
            from projects
            where id = :id and user_id = :account and status = 'active' and epoch = :epoch
              and not exists (select 1 from kill_switches where is_on and (scope, key) in (
                ('global', ''), ('host', :host),
                ('account', cast(:account as varchar)), ('project', cast(:id as varchar))))
              and not exists (select 1 from hosts where host = :host and blocked)
              and not exists (select 1 from host_pauses where host = :host and until > :startsAt)
            for no key update
            """)
        .bind("host", wish.host().toString())
        .bind("id", wish.project().value())
        .bind("account", wish.account().value())
        .bind("epoch", wish.projectEpoch())
        .bind("startsAt", wish.window().start())
        .map((row, context) -> new Limits(row.getInt("daily_limit"), row.getBoolean("delivered")))
        .findOne();
  }

  private static Grant withVisits(Grant wish, int n) {
    return new Grant(
        wish.id(),
        wish.project(),
        wish.projectEpoch(),
        wish.account(),
        wish.host(),
        wish.region(),
        wish.day(),
        n,
        wish.window(),
        wish.spread());
  }
}
