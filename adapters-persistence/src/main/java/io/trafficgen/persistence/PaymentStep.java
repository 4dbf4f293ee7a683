package io.trafficgen.persistence;

import io.trafficgen.application.port.PaymentDecision;
import io.trafficgen.domain.account.AccountId;
import io.trafficgen.domain.billing.Lot;
import io.trafficgen.domain.billing.LotId;
import io.trafficgen.domain.billing.PaymentChange;
import io.trafficgen.domain.billing.PaymentFile;
import io.trafficgen.domain.billing.ReceivedPayment;
import io.trafficgen.domain.billing.Wallet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * One decision about a payment: locks the account, the payment and its commission, in this order.
 */
record PaymentStep(Handle handle, PaymentFile file) {
  /** A payment with the wallet that it was credited to. */
  static PaymentStep lock(Handle handle, ReceivedPayment seen) {
    Optional<WalletRow> owner = seen.account().map(id -> WalletRow.lock(handle, id));
    ReceivedPayment payment = PaymentRows.lock(handle, seen.id());
    // Credited since it was seen: the other order of locks, so rare that a deadlock may decide.
    Optional<WalletRow> wallet =
        owner.or(() -> payment.account().map(id -> WalletRow.lock(handle, id)));
    return of(handle, payment, wallet.map(row -> row.with(lots(handle, row, payment))));
  }

  /** A payment without its wallet; another is locked by the caller. */
  static PaymentStep unowned(Handle handle, UUID payment) {
    return of(handle, PaymentRows.lock(handle, payment), Optional.empty());
  }

  private static PaymentStep of(Handle handle, ReceivedPayment payment, Optional<Wallet> wallet) {
    return new PaymentStep(
        handle,
        new PaymentFile(
            payment,
            wallet,
            ReversalRows.of(handle, payment.id()),
            DisputeRows.of(handle, payment.id()),
            EarningRows.lock(handle, payment.id())));
  }

  /** All open ones, and the payment's own. */
  private static List<Lot> lots(Handle handle, WalletRow owner, ReceivedPayment payment) {
    List<Lot> lots = new ArrayList<>(LotRows.open(handle, owner.account()));
    LotId own = payment.lot().orElseThrow();
    if (lots.stream().noneMatch(lot -> lot.id().equals(own))) {
      lots.add(LotRows.find(handle, own).orElseThrow());
    }
    return lots;
  }

  /** Writes what was decided. */
  <R> R run(PaymentDecision<R> decision) {
    decision.change().ifPresent(change -> write(change, decision.events().stream().findFirst()));
    if (!decision.events().isEmpty()) {
      EventRows.process(handle, decision.events());
    }
    PostgresTopUps.complete(handle, decision.topUp().stream().toList());
    decision.entry().ifPresent(entry -> AuditRows.insert(handle, entry));
    return decision.answer();
  }

  private void write(PaymentChange change, Optional<UUID> event) {
    ReceivedPayment payment = change.payment();
    PaymentRows.update(handle, payment);
    Optional<AccountId> account = payment.account();
    if (account.isPresent()) {
      PostingRows.write(handle, account.get(), change.posting());
    } else {
      JournalRows.append(handle, change.posting().journals());
    }
    change.reversal().ifPresent(known -> ReversalRows.write(handle, payment, known, event));
    DisputeRows.write(handle, payment, change.disputes());
    EarningRows.update(handle, change.earnings());
  }
}
