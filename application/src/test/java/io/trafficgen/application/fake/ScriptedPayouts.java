package io.trafficgen.application.fake;

import io.trafficgen.application.port.PayoutChange;
import io.trafficgen.application.port.Payouts;
import io.trafficgen.domain.Page;
import io.trafficgen.domain.PageRequest;
import io.trafficgen.domain.PageRequest.Position;
import io.trafficgen.domain.account.AccountId;
import io.trafficgen.domain.affiliate.EarningTotal;
import io.trafficgen.domain.affiliate.Payout;
import io.trafficgen.domain.affiliate.PayoutStatus;
import io.trafficgen.domain.audit.AuditEntry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;

/** Payouts of earnings that a test says everybody has; it books nothing. */
public final class ScriptedPayouts implements Payouts {
  private final Map<UUID, Payout> payouts = new LinkedHashMap<>();
  private final List<AuditEntry> entries = new ArrayList<>();
  private EarningTotal approved;

  public ScriptedPayouts(EarningTotal approved) {
    this.approved = approved;
  }

  /** What everybody can ask for from now on. */
  public synchronized void approve(EarningTotal total) {
    approved = total;
  }

  /** What was entered into the audit log. */
  public synchronized List<AuditEntry> entries() {
    return List.copyOf(entries);
  }

  @Override
  public synchronized Payout request(
      AccountId affiliate, Function<EarningTotal, PayoutChange> rule) {
    return stored(rule.apply(approved));
  }

  @Override
  public synchronized Optional<Payout> decide(UUID payout, Function<Payout, PayoutChange> rule) {
    return find(payout).map(found -> stored(rule.apply(found)));
  }

  private Payout stored(PayoutChange change) {
    payouts.put(change.payout().id(), change.payout());
    entries.add(change.entry());
    return change.payout();
  }

  @Override
  public synchronized Optional<Payout> find(UUID payout) {
    return Optional.ofNullable(payouts.get(payout));
  }

  @Override
  public Page<Payout> list(AccountId affiliate, PageRequest request) {
    return list(payout -> payout.affiliate().equals(affiliate), request);
  }

  @Override
  public Page<Payout> list(Optional<PayoutStatus> status, PageRequest request) {
    return list(payout -> status.stream().allMatch(payout.status()::equals), request);
  }

  private synchronized Page<Payout> list(Predicate<Payout> wanted, PageRequest request) {
    return NewestFirst.page(
        payouts.values().stream().filter(wanted),
        request,
        payout -> new Position(payout.createdAt(), payout.id()));
  }
}
