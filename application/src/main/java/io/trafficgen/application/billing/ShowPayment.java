package io.trafficgen.application.billing;

import io.trafficgen.application.port.Earnings;
import io.trafficgen.application.port.Payments;
import io.trafficgen.domain.PageRequest;
import io.trafficgen.domain.PagedItems;
import io.trafficgen.domain.affiliate.TrackedEarning;
import io.trafficgen.domain.billing.PaymentFile;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Lets admins follow a payment, from the event that told of it to the payout of its commission. */
public final class ShowPayment {
  private static final PageRequest PART = new PageRequest(100, Optional.empty());

  private final Payments payments;
  private final Earnings earnings;

  public ShowPayment(Payments payments, Earnings earnings) {
    this.payments = payments;
    this.earnings = earnings;
  }

  /** Empty if there is no such payment. */
  public Optional<PaymentTrail> show(UUID payment) {
    return payments
        .find(payment)
        .map(file -> new PaymentTrail(file, payments.journals(payment), tracked(file)));
  }

  /** In the order of the file. */
  private List<TrackedEarning> tracked(PaymentFile file) {
    Map<UUID, TrackedEarning> known = new HashMap<>();
    PagedItems.of(
            part -> earnings.list(Optional.empty(), Optional.of(file.payment().id()), part), PART)
        .forEachRemaining(row -> known.put(row.earning().id(), row));
    return file.earnings().stream()
        .map(row ->
            known.getOrDefault(
                row.id(), new TrackedEarning(row, Optional.empty(), Optional.empty())))
        .toList();
  }
}
