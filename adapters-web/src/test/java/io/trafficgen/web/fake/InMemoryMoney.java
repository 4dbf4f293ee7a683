package io.trafficgen.web.fake;

import io.trafficgen.application.port.Affiliates;
import io.trafficgen.application.port.Ledger;
import io.trafficgen.application.port.TopUps;
import io.trafficgen.application.port.WebhookEvent;
import io.trafficgen.application.port.WebhookInbox;
import io.trafficgen.domain.Page;
import io.trafficgen.domain.PageRequest;
import io.trafficgen.domain.PageRequest.Position;
import io.trafficgen.domain.account.AccountId;
import io.trafficgen.domain.account.AffiliateCode;
import io.trafficgen.domain.affiliate.AffiliateSummary;
import io.trafficgen.domain.affiliate.Earning;
import io.trafficgen.domain.billing.BalanceSheet;
import io.trafficgen.domain.billing.Deposit;
import io.trafficgen.domain.billing.Lot;
import io.trafficgen.domain.billing.TopUp;
import io.trafficgen.domain.billing.TopUpReference;
import io.trafficgen.domain.billing.Transaction;
import io.trafficgen.domain.money.Money;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** Top-ups, a ledger that shows what tests put in, earnings and an inbox. */
public final class InMemoryMoney implements TopUps, Ledger, Affiliates, WebhookInbox {
  /** What the statement, the balance and the earnings of everybody show. */
  public final List<Transaction> transactions = new CopyOnWriteArrayList<>();

  public final List<Lot> lots = new CopyOnWriteArrayList<>();
  public final List<Earning> earnings = new CopyOnWriteArrayList<>();

  /** What was received, by dedupe key. */
  public final Map<String, WebhookEvent> inbox = new ConcurrentHashMap<>();

  private final Map<UUID, TopUp> topUps = new ConcurrentHashMap<>();

  @Override
  public boolean add(TopUp topUp) {
    return topUps.put(topUp.id(), topUp) == null;
  }

  @Override
  public Optional<TopUp> find(AccountId owner, UUID id) {
    return find(id).filter(topUp -> topUp.account().equals(owner));
  }

  @Override
  public Optional<TopUp> find(UUID id) {
    return Optional.ofNullable(topUps.get(id));
  }

  @Override
  public Optional<TopUp> find(TopUpReference reference) {
    return topUps.values().stream()
        .filter(topUp -> topUp.reference().equals(reference))
        .findFirst();
  }

  @Override
  public boolean deposit(
      UUID event,
      AccountId account,
      Optional<UUID> topUp,
      Function<Optional<AccountId>, Deposit> rule) {
    throw new UnsupportedOperationException();
  }

  @Override
  public BalanceSheet balance(AccountId account) {
    return new BalanceSheet(Money.ofCents(49999), Money.ZERO, lots);
  }

  @Override
  public Page<Transaction> transactions(AccountId account, PageRequest request) {
    return Slice.of(transactions, request, row -> new Position(row.createdAt(), row.id()));
  }

  @Override
  public AffiliateSummary summary(AccountId affiliate) {
    return new AffiliateSummary(
        AffiliateCode.parse("7k3q9mzt"), 1, Money.ofCents(10000), Money.ZERO);
  }

  @Override
  public Page<Earning> earnings(AccountId affiliate, PageRequest request) {
    return Slice.of(earnings, request, row -> new Position(row.createdAt(), row.id()));
  }

  @Override
  public boolean receive(WebhookEvent event) {
    return inbox.putIfAbsent(event.dedupeKey(), event) == null;
  }

  @Override
  public Optional<WebhookEvent> claim(Instant now) {
    return Optional.empty();
  }

  @Override
  public void conclude(UUID event, Conclusion conclusion, String reason) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void retry(UUID event, String reason, Instant now) {
    throw new UnsupportedOperationException();
  }
}
