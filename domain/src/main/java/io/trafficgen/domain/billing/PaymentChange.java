package io.trafficgen.domain.billing;

import io.trafficgen.domain.affiliate.Earning;
import java.util.List;
import java.util.Optional;

/**
 * What a rule changes of a payment and all that hangs on it; written in one transaction.
 *
 * @param payment as it is afterwards
 * @param posting of the account that the payment is, or becomes, credited to
 * @param reversal a new one, or a known one as it is afterwards
 * @param disputes new ones, and known ones as they are afterwards
 * @param earnings known ones as they are afterwards; new ones stand in the posting
 */
public record PaymentChange(
    ReceivedPayment payment,
    Posting posting,
    Optional<Reversal> reversal,
    List<Dispute> disputes,
    List<Earning> earnings) {
  public PaymentChange {
    disputes = List.copyOf(disputes);
    earnings = List.copyOf(earnings);
  }

  /** Notes that the provider told of a refund which an operator announced. */
  public static PaymentChange confirming(
      ReceivedPayment payment, Reversal announced, String providerId) {
    return new PaymentChange(
        payment, Posting.NONE, Optional.of(announced.confirmed(providerId)), List.of(), List.of());
  }

  /** Notes where a payment is, and nothing else. */
  public static PaymentChange of(ReceivedPayment payment) {
    return new PaymentChange(payment, Posting.NONE, Optional.empty(), List.of(), List.of());
  }

  /** This and then {@code later}, which was decided about what this leaves. */
  PaymentChange then(PaymentChange later) {
    return new PaymentChange(
        later.payment,
        posting.plus(later.posting),
        reversal.or(later::reversal),
        PaymentFile.merged(disputes, later.disputes, Dispute::providerId),
        PaymentFile.merged(earnings, later.earnings, Earning::id));
  }
}
