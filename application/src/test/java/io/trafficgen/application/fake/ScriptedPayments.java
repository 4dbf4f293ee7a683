package io.trafficgen.application.fake;

import io.trafficgen.application.port.PaymentDecision;
import io.trafficgen.application.port.Payments;
import io.trafficgen.domain.Page;
import io.trafficgen.domain.PageRequest;
import io.trafficgen.domain.PageRequest.Position;
import io.trafficgen.domain.account.AccountId;
import io.trafficgen.domain.affiliate.Earning;
import io.trafficgen.domain.billing.Journal;
import io.trafficgen.domain.billing.PaymentChange;
import io.trafficgen.domain.billing.PaymentFile;
import io.trafficgen.domain.billing.PaymentStatus;
import io.trafficgen.domain.billing.Posting;
import io.trafficgen.domain.billing.ReceivedPayment;
import io.trafficgen.domain.billing.Reversal;
import io.trafficgen.domain.billing.Wallet;
import io.trafficgen.domain.money.Money;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * Payments as a test says them, and what rules decide about them. Balances stay as they are: what
 * {@link Payments} promises is the database.
 */
public final class ScriptedPayments implements Payments {
  private final Map<UUID, PaymentFile> files = new LinkedHashMap<>();
  private final List<Journal> journals = new ArrayList<>();
  private final InMemoryAccounts accounts;
  private final InMemoryAuditLog log;

  /**
   * @param log gets what operators do
   */
  public ScriptedPayments(InMemoryAccounts accounts, InMemoryAuditLog log) {
    this.accounts = accounts;
    this.log = log;
  }

  /** A payment is there. */
  public synchronized void add(PaymentFile file) {
    files.put(file.payment().id(), file);
  }

  static Wallet emptyWallet(AccountId account) {
    return new Wallet(
        account, Optional.empty(), Optional.empty(), Money.ZERO, Money.ZERO, List.of());
  }

  @Override
  public boolean park(ReceivedPayment payment, Posting posting) {
    throw new UnsupportedOperationException("only the database parks");
  }

  @Override
  public Optional<UUID> find(String provider, String providerId) {
    throw new UnsupportedOperationException("only the database knows a payment once");
  }

  @Override
  public synchronized Optional<PaymentFile> find(UUID payment) {
    return Optional.ofNullable(files.get(payment));
  }

  @Override
  public synchronized List<Journal> journals(UUID subject) {
    return journals.stream()
        .filter(journal -> journal.subject().equals(Optional.of(subject)))
        .toList();
  }

  @Override
  public synchronized Page<ReceivedPayment> list(
      Optional<PaymentStatus> status, PageRequest request) {
    return NewestFirst.page(
        files.values().stream()
            .map(PaymentFile::payment)
            .filter(payment -> status.isEmpty() || status.get() == payment.status()),
        request,
        payment -> new Position(payment.createdAt(), payment.id()));
  }

  @Override
  public synchronized <R> Optional<R> decide(
      UUID payment, Function<PaymentFile, PaymentDecision<R>> rule) {
    return find(payment).map(file -> run(file, rule.apply(file)));
  }

  @Override
  public synchronized <R> Optional<R> decideFor(
      UUID payment, AccountId account, BiFunction<PaymentFile, Wallet, PaymentDecision<R>> rule) {
    return find(payment)
        .filter(file -> accounts.find(account).isPresent())
        .map(file -> run(file, rule.apply(file, emptyWallet(account))));
  }

  private <R> R run(PaymentFile file, PaymentDecision<R> decision) {
    decision.change().ifPresent(change -> write(file, change));
    decision.entry().ifPresent(log::append);
    return decision.answer();
  }

  private void write(PaymentFile file, PaymentChange change) {
    List<Reversal> reversals = new ArrayList<>(file.reversals());
    reversals.addAll(change.reversal().stream().toList());
    List<Earning> earnings = new ArrayList<>(file.earnings());
    earnings.addAll(change.posting().earnings());
    journals.addAll(change.posting().journals());
    add(new PaymentFile(change.payment(), file.wallet(), reversals, file.disputes(), earnings));
  }
}
