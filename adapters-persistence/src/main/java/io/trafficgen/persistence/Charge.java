package io.trafficgen.persistence;

import io.trafficgen.domain.billing.Hold;
import io.trafficgen.domain.billing.Journal;
import io.trafficgen.domain.billing.LedgerAccount;
import io.trafficgen.domain.billing.Lot;
import io.trafficgen.domain.billing.LotId;
import io.trafficgen.domain.billing.LotKind;
import io.trafficgen.domain.billing.StatementRounding;
import io.trafficgen.domain.money.Money;
import io.trafficgen.domain.project.ProjectId;
import io.trafficgen.domain.visit.Grant;
import io.trafficgen.domain.visit.GrantId;
import io.trafficgen.domain.visit.VisitId;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * Charges stored completions of one account's grants: visits, holds, lots, journal and statement
 * change together, and the sums of visits. Whoever uses it holds the locks on the accounts.
 */
final class Charge {
  private final Handle handle;
  private final WalletRow wallet;
  private final Map<ProjectId, Map<LotKind, Money>> earned = new LinkedHashMap<>();
  private final Map<Day, Money> spent = new LinkedHashMap<>();
  private final Map<LotKind, Money> dust = new EnumMap<>(LotKind.class);
  private final Set<VisitId> charged = new HashSet<>();
  private final Map<GrantId, Integer> counts;

  private record Day(ProjectId project, LocalDate day) {}

  private Charge(Handle handle, WalletRow wallet, Map<GrantId, Integer> counts) {
    this.handle = handle;
    this.wallet = wallet;
    this.counts = counts;
  }

  /**
   * Charges what is stored of these grants and was not charged before. Sums are shared with whoever
   * stores visits, so they come last and at once, in their own order.
   *
   * @param grants whose holds are open, by the wallet of their account
   */
  static Set<VisitId> completions(Handle handle, Map<WalletRow, List<Grant>> grants) {
    Set<VisitId> charged = new HashSet<>();
    Map<GrantId, Integer> counts = new HashMap<>();
    grants.forEach((wallet, theirs) -> {
      Charge charge = new Charge(handle, wallet, counts);
      theirs.forEach(charge::capture);
      if (!charge.charged.isEmpty()) {
        charge.book();
      }
      charged.addAll(charge.charged);
    });
    VisitSums.charge(handle, counts);
    return charged;
  }

  private void capture(Grant grant) {
    List<VisitId> completed = markCharged(grant.id());
    if (completed.isEmpty()) {
      return;
    }
    charged.addAll(completed);
    counts.put(grant.id(), completed.size());
    Hold.Capture capture = HoldRows.find(handle, grant.id()).capture(completed.size());
    HoldRows.update(handle, grant.id(), capture.hold());
    Map<LotId, Lot> lots = LotRows.of(handle, grant.id());
    for (Hold.CapturedPart part : capture.parts()) {
      Lot lot = lot(lots, part.lot()).capture(part.visits());
      add(earned.computeIfAbsent(grant.project(), project -> kinds()), lot.kind(), part.amount());
      add(dust, lot.kind(), lot.dust());
      add(spent, new Day(grant.project(), grant.day()), part.amount().plus(lot.dust()));
      lots.put(lot.id(), lot.withoutDust());
    }
    LotRows.update(handle, lots.values());
  }

  private List<VisitId> markCharged(GrantId grant) {
    return handle
        .createQuery(
            """
            update visits set charged = true, xid = default
            where grant_id = :grant and outcome = 'completed' and not charged returning id
            """)
        .bind("grant", grant.value())
        .mapTo(UUID.class)
        .map(VisitId::new)
        .list();
  }

  private static Lot lot(Map<LotId, Lot> lots, LotId id) {
    Lot lot = lots.get(id);
    if (lot == null) {
      throw new IllegalStateException("a hold without its lot " + id);
    }
    return lot;
  }

  private void book() {
    earned.forEach((project, kinds) ->
        JournalRows.append(
            handle, journals("Visits " + project, kinds, LedgerAccount.VISIT_REVENUE)));
    JournalRows.append(handle, journals("Rest of a lot", dust, LedgerAccount.ROUNDING));
    Money spentInAll = wallet.spent();
    for (Map.Entry<Day, Money> part : spent.entrySet()) {
      Money shown = StatementRounding.shown(spentInAll, part.getValue());
      Day day = part.getKey();
      TransactionRows.growDebit(handle, wallet.account(), day.project(), day.day(), shown);
      spentInAll = spentInAll.plus(part.getValue());
    }
    wallet.spend(handle, spentInAll.minus(wallet.spent()));
  }

  private List<Journal> journals(String cause, Map<LotKind, Money> amounts, LedgerAccount to) {
    return amounts.entrySet().stream()
        .filter(amount -> amount.getValue().isPositive())
        .map(amount ->
            Journal.move(
                cause, LedgerAccount.of(wallet.account(), amount.getKey()), to, amount.getValue()))
        .toList();
  }

  private static Map<LotKind, Money> kinds() {
    return new EnumMap<>(LotKind.class);
  }

  private static <K> void add(Map<K, Money> sums, K key, Money amount) {
    sums.merge(key, amount, Money::plus);
  }
}
