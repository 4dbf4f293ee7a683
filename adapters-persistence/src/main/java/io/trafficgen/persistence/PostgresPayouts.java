package io.trafficgen.persistence;

import io.trafficgen.application.port.PayoutChange;
import io.trafficgen.application.port.Payouts;
import io.trafficgen.domain.Page;
import io.trafficgen.domain.PageRequest;
import io.trafficgen.domain.PageRequest.Position;
import io.trafficgen.domain.account.AccountId;
import io.trafficgen.domain.affiliate.EarningStatus;
import io.trafficgen.domain.affiliate.EarningTotal;
import io.trafficgen.domain.affiliate.Payout;
import io.trafficgen.domain.affiliate.PayoutStatus;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/** {@link Payouts} in {@code payouts}; locks are taken on the affiliate, the payout, earnings. */
public final class PostgresPayouts implements Payouts {
  private final PostgresDatabase database;

  public PostgresPayouts(PostgresDatabase database) {
    this.database = database;
  }

  @Override
  public Payout request(AccountId affiliate, Function<EarningTotal, PayoutChange> rule) {
    return database.inTransaction(handle -> {
      WalletRow.lock(handle, affiliate);
      OpenEarnings approved = OpenEarnings.lock(handle, affiliate, List.of(EarningStatus.APPROVED));
      PayoutChange change = rule.apply(approved.total());
      PayoutRows.insert(handle, change.payout());
      approved.putInto(change.payout().id());
      return conclude(handle, change);
    });
  }

  @Override
  public Optional<Payout> decide(UUID payout, Function<Payout, PayoutChange> rule) {
    return database.inTransaction(handle ->
        PayoutRows.find(handle, payout)
            .map(seen -> {
              WalletRow.lock(handle, seen.affiliate());
              PayoutChange change = rule.apply(PayoutRows.lock(handle, payout).orElseThrow());
              PayoutRows.update(handle, change.payout());
              return conclude(handle, change);
            }));
  }

  private static Payout conclude(Handle handle, PayoutChange change) {
    JournalRows.append(handle, change.journals());
    AuditRows.insert(handle, change.entry());
    return change.payout();
  }

  @Override
  public Optional<Payout> find(UUID payout) {
    return database.read(handle -> PayoutRows.find(handle, payout));
  }

  @Override
  public Page<Payout> list(AccountId affiliate, PageRequest request) {
    return list(Optional.of(affiliate), Optional.empty(), request);
  }

  @Override
  public Page<Payout> list(Optional<PayoutStatus> status, PageRequest request) {
    return list(Optional.empty(), status, request);
  }

  private Page<Payout> list(
      Optional<AccountId> affiliate, Optional<PayoutStatus> status, PageRequest request) {
    return database.read(handle ->
        Pages.of(
            handle
                .createQuery(
                    """
                    select * from payouts
                    where (cast(:affiliate as uuid) is null or affiliate_id = :affiliate)
                      and (cast(:status as varchar) is null or status = :status)
                      and (created_at, id) < (:at, :after)
                    order by created_at desc, id desc limit :rows
                    """)
                .bind("affiliate", affiliate.map(AccountId::value))
                .bind("status", status.map(PayoutStatus::wireName)),
            request,
            new PayoutRows(),
            found -> new Position(found.createdAt(), found.id())));
  }
}
