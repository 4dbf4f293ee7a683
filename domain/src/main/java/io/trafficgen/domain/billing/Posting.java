package io.trafficgen.domain.billing;

import io.trafficgen.domain.account.AccountId;
import io.trafficgen.domain.affiliate.Earning;
import io.trafficgen.domain.money.Money;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Everything that a rule about money changes of one account; written in one transaction.
 *
 * @param opened new lots
 * @param changed lots as they are afterwards
 * @param statement new rows of the statement
 * @param earnings new rows of commission; those of reversals are negative
 * @param debt what the debt grows by
 * @param spent what all that was ever spent grows by
 */
public record Posting(
    List<Lot> opened,
    List<Lot> changed,
    List<Transaction> statement,
    List<Journal> journals,
    List<Earning> earnings,
    Money debt,
    Money spent) {
  /** Changes nothing. */
  public static final Posting NONE =
      new Posting(List.of(), List.of(), List.of(), List.of(), List.of(), Money.ZERO, Money.ZERO);

  public Posting {
    opened = List.copyOf(opened);
    changed = List.copyOf(changed);
    statement = List.copyOf(statement);
    journals = List.copyOf(journals);
    earnings = List.copyOf(earnings);
  }

  public static Posting opening(Lot lot) {
    return new Posting(
        List.of(lot), List.of(), List.of(), List.of(), List.of(), Money.ZERO, Money.ZERO);
  }

  public static Posting changing(Lot lot) {
    return new Posting(
        List.of(), List.of(lot), List.of(), List.of(), List.of(), Money.ZERO, Money.ZERO);
  }

  public static Posting of(Transaction row) {
    return new Posting(
        List.of(), List.of(), List.of(row), List.of(), List.of(), Money.ZERO, Money.ZERO);
  }

  public static Posting of(Journal journal) {
    return new Posting(
        List.of(), List.of(), List.of(), List.of(journal), List.of(), Money.ZERO, Money.ZERO);
  }

  public static Posting of(Earning earning) {
    return new Posting(
        List.of(), List.of(), List.of(), List.of(), List.of(earning), Money.ZERO, Money.ZERO);
  }

  /** A change of the debt and of all that was ever spent. */
  public static Posting counting(Money debt, Money spent) {
    return new Posting(List.of(), List.of(), List.of(), List.of(), List.of(), debt, spent);
  }

  /** This and then {@code later}: of a lot that both change, the later state stays. */
  public Posting plus(Posting later) {
    Map<LotId, Lot> opening = new LinkedHashMap<>();
    Map<LotId, Lot> changing = new LinkedHashMap<>();
    opened.forEach(lot -> opening.put(lot.id(), lot));
    changed.forEach(lot -> changing.put(lot.id(), lot));
    later.opened.forEach(lot -> opening.put(lot.id(), lot));
    for (Lot lot : later.changed) {
      (opening.containsKey(lot.id()) ? opening : changing).put(lot.id(), lot);
    }
    return new Posting(
        List.copyOf(opening.values()),
        List.copyOf(changing.values()),
        joined(statement, later.statement),
        joined(journals, later.journals),
        joined(earnings, later.earnings),
        debt.plus(later.debt),
        spent.plus(later.spent));
  }

  private static <T> List<T> joined(List<T> first, List<T> second) {
    List<T> all = new ArrayList<>(first);
    all.addAll(second);
    return all;
  }

  /** What the account's funds, open lots less debt, grow by: its part of the journals. */
  public Money funds(AccountId account) {
    return journals.stream()
        .flatMap(journal -> journal.entries().stream())
        .filter(entry -> entry.account().belongsTo(account))
        .map(Entry::amount)
        .reduce(Money.ZERO, Money::plus);
  }

  /** These lots as they are afterwards, in spend order. */
  List<Lot> applied(List<Lot> lots) {
    Map<LotId, Lot> after = new LinkedHashMap<>();
    lots.forEach(lot -> after.put(lot.id(), lot));
    opened.forEach(lot -> after.put(lot.id(), lot));
    changed.forEach(lot -> after.put(lot.id(), lot));
    return SpendOrder.sorted(List.copyOf(after.values()));
  }
}
