package io.trafficgen.domain.billing;

import io.trafficgen.domain.affiliate.Earning;
import io.trafficgen.domain.money.Money;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A payment with all that hangs on it, locked while a rule decides about it.
 *
 * @param wallet of whom it was credited to, with its own lot and all open ones; empty where it was
 *     not
 * @param earnings commission on it, reversals included
 */
public record PaymentFile(
    ReceivedPayment payment,
    Optional<Wallet> wallet,
    List<Reversal> reversals,
    List<Dispute> disputes,
    List<Earning> earnings) {
  public PaymentFile {
    disputes = List.copyOf(disputes);
    reversals = List.copyOf(reversals);
    earnings = List.copyOf(earnings);
  }

  /** The lot that the payment bought. */
  public Optional<Lot> lot() {
    return wallet.stream()
        .flatMap(owned -> owned.lots().stream())
        .filter(lot -> payment.lot().equals(Optional.of(lot.id())))
        .findAny();
  }

  /** Whether all of it went back, as far as its amount is known. */
  public boolean isBack() {
    return payment.amount().isPresent() && payment.net().isZero();
  }

  /** The reversal that the provider knows by this identity. */
  public Optional<Reversal> reversal(String providerId) {
    return reversals.stream()
        .filter(known -> known.providerId().equals(Optional.of(providerId)))
        .findAny();
  }

  /** The dispute that the provider knows by this identity. */
  public Optional<Dispute> dispute(String providerId) {
    return disputes.stream().filter(known -> known.providerId().equals(providerId)).findAny();
  }

  /** A refund of this amount that an operator announced, and no provider has told of. */
  public Optional<Reversal> announced(Money amount) {
    return reversals.stream()
        .filter(known -> known.providerId().isEmpty() && known.amount().equals(amount))
        .findFirst();
  }

  /** Whether the provider told of a refund of this amount before anybody announced it. */
  public boolean isTold(Money amount) {
    return reversals.stream()
        .anyMatch(known ->
            known.kind() == ReversalKind.REFUND
                && known.reason().equals(Reversal.TOLD)
                && known.amount().equals(amount));
  }

  /** The commission itself, where there is one. */
  public Optional<Earning> earning() {
    return earnings.stream().filter(earning -> earning.reverses().isEmpty()).findAny();
  }

  /** The file after {@code change}, for a rule that decides in several steps. */
  PaymentFile after(PaymentChange change) {
    return new PaymentFile(
        change.payment(),
        wallet.map(owned -> owned.after(change.posting())),
        Stream.concat(reversals.stream(), change.reversal().stream()).toList(),
        merged(disputes, change.disputes(), Dispute::providerId),
        merged(
            merged(earnings, change.posting().earnings(), Earning::id),
            change.earnings(),
            Earning::id));
  }

  /** Of two with one identity the later one stays. */
  static <T> List<T> merged(List<T> known, List<T> later, Function<T, Object> id) {
    Map<Object, T> all = new LinkedHashMap<>();
    known.forEach(one -> all.put(id.apply(one), one));
    later.forEach(one -> all.put(id.apply(one), one));
    return List.copyOf(all.values());
  }
}
