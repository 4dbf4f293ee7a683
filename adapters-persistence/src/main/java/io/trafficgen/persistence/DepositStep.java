package io.trafficgen.persistence;

import io.trafficgen.application.port.Deposited;
import io.trafficgen.application.port.IncomingPayment;
import io.trafficgen.domain.account.AccountId;
import io.trafficgen.domain.billing.Deposit;
import io.trafficgen.domain.billing.Posting;
import io.trafficgen.domain.billing.Wallet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** Credits payments of many accounts in one transaction, a statement for each kind of row. */
final class DepositStep {
  private final Handle handle;
  private final BiFunction<Wallet, IncomingPayment, Deposit> rule;
  private final Map<AccountId, Wallet> wallets = new HashMap<>();
  private final Map<AccountId, Posting> postings = new LinkedHashMap<>();
  private final List<CreditedRow> credited = new ArrayList<>();
  private final Set<Key> known;

  private record Key(String provider, String payment) {
    static Key of(IncomingPayment receipt) {
      return new Key(receipt.payment().provider(), receipt.payment().id());
    }
  }

  private DepositStep(
      Handle handle,
      List<IncomingPayment> receipts,
      BiFunction<Wallet, IncomingPayment, Deposit> rule) {
    this.handle = handle;
    this.rule = rule;
    WalletRow.lock(handle, receipts.stream().map(IncomingPayment::account).toList())
        .values()
        .stream()
        .filter(row -> !row.closed())
        .forEach(row -> wallets.put(row.account(), row.forDeposit(handle)));
    this.known = known(handle, receipts);
  }

  static Deposited run(
      Handle handle,
      List<IncomingPayment> receipts,
      BiFunction<Wallet, IncomingPayment, Deposit> rule) {
    DepositStep step = new DepositStep(handle, receipts, rule);
    List<IncomingPayment> copies = new ArrayList<>();
    List<IncomingPayment> strangers = new ArrayList<>();
    for (IncomingPayment receipt : receipts) {
      Wallet wallet = step.wallets.get(receipt.account());
      if (wallet == null) {
        strangers.add(receipt);
      } else if (step.known.add(Key.of(receipt))) {
        step.credit(receipt, wallet);
      } else {
        copies.add(receipt);
      }
    }
    step.write();
    return new Deposited(copies, strangers);
  }

  private static Set<Key> known(Handle handle, List<IncomingPayment> receipts) {
    return handle
        .createQuery(
            """
            select p.provider, p.payment_id
            from payments p
            join unnest(:providers, :payments) as asked (provider, payment_id)
              on p.provider = asked.provider and p.payment_id = asked.payment_id
            """)
        .bindArray(
            "providers", String.class, receipts.stream().map(r -> r.payment().provider()).toList())
        .bindArray("payments", String.class, receipts.stream().map(r -> r.payment().id()).toList())
        .map((row, context) -> new Key(row.getString("provider"), row.getString("payment_id")))
        .collect(Collectors.toCollection(HashSet::new));
  }

  private void credit(IncomingPayment receipt, Wallet wallet) {
    Deposit deposit = rule.apply(wallet, receipt);
    wallets.put(receipt.account(), wallet.after(deposit.posting()));
    postings.merge(receipt.account(), deposit.posting(), Posting::plus);
    credited.add(new CreditedRow(receipt, deposit));
  }

  private void write() {
    if (!credited.isEmpty()) {
      CreditedRow.insert(handle, credited);
      PostingRows.write(handle, postings);
      CreditedRow.conclude(handle, credited);
    }
  }
}
