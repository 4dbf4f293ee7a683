package io.trafficgen.persistence;

import io.trafficgen.application.port.PaymentDecision;
import io.trafficgen.application.port.Payments;
import io.trafficgen.domain.Page;
import io.trafficgen.domain.PageRequest;
import io.trafficgen.domain.PageRequest.Position;
import io.trafficgen.domain.account.AccountId;
import io.trafficgen.domain.billing.Journal;
import io.trafficgen.domain.billing.Payment;
import io.trafficgen.domain.billing.PaymentFile;
import io.trafficgen.domain.billing.PaymentStatus;
import io.trafficgen.domain.billing.Posting;
import io.trafficgen.domain.billing.ReceivedPayment;
import io.trafficgen.domain.billing.Wallet;
import io.trafficgen.domain.money.Money;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;

/** {@link Payments} in {@code payments} and {@code reversals}. */
public final class PostgresPayments implements Payments {
  private final PostgresDatabase database;

  public PostgresPayments(PostgresDatabase database) {
    this.database = database;
  }

  @Override
  public boolean park(ReceivedPayment payment, Posting posting) {
    return database.inTransaction(handle -> {
      boolean fresh = PaymentRows.insert(handle, payment);
      if (fresh) {
        JournalRows.append(handle, posting.journals());
        EventRows.park(handle, payment.event(), payment.reason().orElse(""));
        EventRows.wake(
            handle,
            List.of(
                new Payment(
                    payment.provider(),
                    payment.providerId(),
                    payment.amount().orElse(Money.ZERO))));
      }
      return fresh;
    });
  }

  @Override
  public Optional<UUID> find(String provider, String providerId) {
    return database.read(handle ->
        handle
            .createQuery("select id from payments where provider = :provider and payment_id = :id")
            .bind("provider", provider)
            .bind("id", providerId)
            .mapTo(UUID.class)
            .findOne());
  }

  @Override
  public Optional<PaymentFile> find(UUID payment) {
    return database.snapshot(handle ->
        PaymentRows.find(handle, payment)
            .map(found ->
                new PaymentFile(
                    found,
                    Optional.empty(),
                    ReversalRows.of(handle, payment),
                    DisputeRows.of(handle, payment),
                    EarningRows.of(handle, payment))));
  }

  @Override
  public List<Journal> journals(UUID subject) {
    return database.read(handle -> JournalRows.about(handle, subject));
  }

  @Override
  public Page<ReceivedPayment> list(Optional<PaymentStatus> status, PageRequest request) {
    return database.read(handle ->
        Pages.of(
            handle
                .createQuery(
                    """
                    select * from payments
                    where (cast(:status as varchar) is null or status = :status)
                      and (created_at, id) < (:at, :after)
                    order by created_at desc, id desc limit :rows
                    """)
                .bind("status", status.map(PaymentStatus::wireName)),
            request,
            new PaymentRows(),
            found -> new Position(found.createdAt(), found.id())));
  }

  @Override
  public <R> Optional<R> decide(UUID payment, Function<PaymentFile, PaymentDecision<R>> rule) {
    return database.inTransaction(handle ->
        PaymentRows.find(handle, payment)
            .map(seen -> {
              PaymentStep step = PaymentStep.lock(handle, seen);
              return step.run(rule.apply(step.file()));
            }));
  }

  @Override
  public <R> Optional<R> decideFor(
      UUID payment, AccountId account, BiFunction<PaymentFile, Wallet, PaymentDecision<R>> rule) {
    return database.inTransaction(handle ->
        WalletRow.find(handle, account)
            .filter(row -> !row.closed() && PaymentRows.find(handle, payment).isPresent())
            .map(row -> {
              PaymentStep step = PaymentStep.unowned(handle, payment);
              return step.run(rule.apply(step.file(), row.forDeposit(handle)));
            }));
  }
}
