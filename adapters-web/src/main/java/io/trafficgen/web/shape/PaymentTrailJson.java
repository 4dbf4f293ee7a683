package io.trafficgen.web.shape;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.trafficgen.application.billing.PaymentTrail;
import io.trafficgen.domain.billing.Lot;
import io.trafficgen.domain.billing.PaymentFile;
import io.trafficgen.domain.money.Money;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A payment with all that followed from it. */
public record PaymentTrailJson(
    @JsonUnwrapped PaymentJson payment,
    Optional<BoughtJson> lot,
    List<ReversalJson> reversals,
    List<DisputeJson> disputes,
    List<JournalJson> journals,
    List<ReviewedEarningJson> earnings) {
  /** Money that went back. */
  record ReversalJson(
      UUID id,
      Optional<String> reversalId,
      String kind,
      Money amount,
      String reason,
      Optional<UUID> transactionId,
      Instant createdAt) {}

  /** The payer's bank asks, or asked, the money back. */
  record DisputeJson(String id, boolean open) {}

  /** A booking. */
  record JournalJson(String cause, List<EntryJson> entries) {}

  /** A line of a booking. */
  record EntryJson(String account, Money amount) {}

  /**
   * What it bought.
   *
   * @param price of 1,000 visits
   */
  record BoughtJson(
      UUID id,
      Money price,
      int priceVersion,
      Money granted,
      Money remaining,
      Money held,
      boolean frozen) {
    static BoughtJson of(Lot lot) {
      return new BoughtJson(
          lot.id().value(),
          lot.pricePerVisit().times(1000),
          lot.priceVersion(),
          lot.granted(),
          lot.remaining(),
          lot.held(),
          lot.frozen());
    }
  }

  public static PaymentTrailJson of(PaymentTrail trail) {
    PaymentFile file = trail.file();
    return new PaymentTrailJson(
        PaymentJson.of(file.payment()),
        trail.lot().map(BoughtJson::of),
        file.reversals().stream()
            .map(reversal ->
                new ReversalJson(
                    reversal.id(),
                    reversal.providerId(),
                    reversal.kind().wireName(),
                    reversal.amount(),
                    reversal.reason(),
                    reversal.transaction(),
                    reversal.createdAt()))
            .toList(),
        file.disputes().stream()
            .map(dispute -> new DisputeJson(dispute.providerId(), dispute.open()))
            .toList(),
        trail.journals().stream()
            .map(journal ->
                new JournalJson(
                    journal.cause(),
                    journal.entries().stream()
                        .map(entry -> new EntryJson(entry.account().name(), entry.amount()))
                        .toList()))
            .toList(),
        trail.earnings().stream().map(ReviewedEarningJson::of).toList());
  }
}
