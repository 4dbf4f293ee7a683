package io.trafficgen.web.shape;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.trafficgen.application.billing.PaymentTrail;
import io.trafficgen.domain.affiliate.Earning;
import io.trafficgen.domain.affiliate.TrackedEarning;
import io.trafficgen.domain.billing.PaymentFile;
import io.trafficgen.domain.money.Money;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A payment with all that followed from it. */
public record PaymentTrailJson(
    @JsonUnwrapped PaymentJson payment,
    List<ReversalJson> reversals,
    List<DisputeJson> disputes,
    List<JournalJson> journals,
    List<CommissionJson> earnings) {
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
   * What an affiliate earned by it.
   *
   * @param payoutId the payout that it is in, or was paid by
   * @param creditId the statement row that credited it to the affiliate's balance
   */
  record CommissionJson(
      UUID id,
      UUID referrer,
      Money amount,
      String status,
      Optional<UUID> payoutId,
      Optional<UUID> creditId) {}

  public static PaymentTrailJson of(PaymentTrail trail) {
    PaymentFile file = trail.file();
    return new PaymentTrailJson(
        PaymentJson.of(file.payment()),
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
        trail.earnings().stream().map(PaymentTrailJson::commission).toList());
  }

  private static CommissionJson commission(TrackedEarning tracked) {
    Earning earning = tracked.earning();
    return new CommissionJson(
        earning.id(),
        earning.referrer().value(),
        earning.amount(),
        earning.status().wireName(),
        tracked.payout(),
        tracked.credit());
  }
}
