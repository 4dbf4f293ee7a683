package io.trafficgen.persistence;

import io.trafficgen.application.port.EarningCredit;
import io.trafficgen.application.port.EarningRuling;
import io.trafficgen.application.port.Earnings;
import io.trafficgen.domain.Page;
import io.trafficgen.domain.PageRequest;
import io.trafficgen.domain.PageRequest.Position;
import io.trafficgen.domain.account.AccountId;
import io.trafficgen.domain.affiliate.Earning;
import io.trafficgen.domain.affiliate.EarningFile;
import io.trafficgen.domain.affiliate.EarningStatus;
import io.trafficgen.domain.affiliate.EarningTotal;
import io.trafficgen.domain.affiliate.TrackedEarning;
import io.trafficgen.domain.billing.ReceivedPayment;
import io.trafficgen.domain.billing.Wallet;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/** {@link Earnings} in {@code affiliate_earnings}. */
public final class PostgresEarnings implements Earnings {
  private static final int CREDITED_AT_ONCE = 100;
  private static final List<EarningStatus> CREDITABLE =
      List.of(EarningStatus.PENDING, EarningStatus.APPROVED);

  private final PostgresDatabase database;

  public PostgresEarnings(PostgresDatabase database) {
    this.database = database;
  }

  @Override
  public Page<TrackedEarning> list(
      Optional<EarningStatus> status, Optional<UUID> payment, PageRequest request) {
    return database.read(handle ->
        Pages.of(
            handle
                .createQuery(
                    """
                    select * from affiliate_earnings
                    where (cast(:status as varchar) is null or status = :status)
                      and (cast(:payment as uuid) is null or payment = :payment)
                      and (created_at, id) < (:at, :after)
                    order by created_at desc, id desc limit :rows
                    """)
                .bind("status", status.map(EarningStatus::wireName))
                .bind("payment", payment),
            request,
            PostgresEarnings::tracked,
            found -> new Position(found.earning().createdAt(), found.earning().id())));
  }

  /** Rows that a reversal has locked are approved the next time, if they still can be. */
  @Override
  public int approve(Instant now) {
    return database.read(handle ->
        handle
            .createUpdate(
                """
                update affiliate_earnings set status = 'approved' where id in (
                  select id from affiliate_earnings
                  where status = 'pending' and matures_at <= :now for update skip locked)
                """)
            .bind("now", now)
            .execute());
  }

  @Override
  public Optional<TrackedEarning> decide(UUID earning, Function<EarningFile, EarningRuling> rule) {
    return database.inTransaction(handle ->
        payment(handle, earning)
            .map(payment -> {
              EarningFile file = lock(handle, payment);
              EarningRuling ruling = rule.apply(file);
              EarningRows.update(handle, ruling.change().changed());
              EarningRows.insert(handle, ruling.change().posting().earnings());
              JournalRows.append(handle, ruling.change().posting().journals());
              AuditRows.insert(handle, ruling.entry());
              return find(handle, file.earning().id());
            }));
  }

  private static Optional<UUID> payment(Handle handle, UUID earning) {
    return handle
        .createQuery("select payment from affiliate_earnings where id = :id")
        .bind("id", earning)
        .mapTo(UUID.class)
        .findOne();
  }

  /** The payment first, as who reverses or disputes it does. */
  private static EarningFile lock(Handle handle, UUID payment) {
    ReceivedPayment locked = PaymentRows.lock(handle, payment);
    List<Earning> rows = EarningRows.lock(handle, payment);
    return new EarningFile(
        rows.stream().filter(row -> row.reverses().isEmpty()).findAny().orElseThrow(),
        rows.stream().filter(row -> row.reverses().isPresent()).toList(),
        locked.disputed());
  }

  private static TrackedEarning find(Handle handle, UUID id) {
    return handle
        .createQuery("select * from affiliate_earnings where id = :id")
        .bind("id", id)
        .map(PostgresEarnings::tracked)
        .one();
  }

  @Override
  public List<AccountId> creditable() {
    return database.read(handle ->
        handle
            .createQuery(
                """
                select u.id from users u join affiliate_earnings e on e.referrer_id = u.id
                where u.auto_credit and u.closed_at is null and e.status in ('pending', 'approved')
                group by u.id having sum(e.amount) > 0 limit :most
                """)
            .bind("most", CREDITED_AT_ONCE)
            .mapTo(UUID.class)
            .map(AccountId::new)
            .list());
  }

  @Override
  public boolean credit(
      AccountId affiliate, BiFunction<Wallet, EarningTotal, Optional<EarningCredit>> rule) {
    return database.inTransaction(handle -> {
      WalletRow wallet = WalletRow.lock(handle, affiliate);
      if (wallet.closed() || !wantsCredit(handle, affiliate)) {
        return false;
      }
      OpenEarnings open = OpenEarnings.lock(handle, affiliate, CREDITABLE);
      Optional<EarningCredit> credit = rule.apply(wallet.forDeposit(handle), open.total());
      credit.ifPresent(booked -> {
        PostingRows.write(handle, affiliate, booked.posting());
        open.creditBy(booked.posting().statement().getFirst().id());
        AuditRows.insert(handle, booked.entry());
      });
      return credit.isPresent();
    });
  }

  private static boolean wantsCredit(Handle handle, AccountId affiliate) {
    return handle
        .createQuery("select auto_credit from users where id = :id")
        .bind("id", affiliate.value())
        .mapTo(Boolean.class)
        .one();
  }

  private static TrackedEarning tracked(ResultSet row, StatementContext context)
      throws SQLException {
    return new TrackedEarning(
        new EarningRows().map(row, context),
        Columns.optionalUuid(row, "payout"),
        Columns.optionalUuid(row, "credit"));
  }
}
