package io.trafficgen.web;

import io.trafficgen.application.port.WebhookEvent;
import io.trafficgen.domain.account.AccountId;
import io.trafficgen.domain.affiliate.CommissionRule;
import io.trafficgen.domain.affiliate.Earning;
import io.trafficgen.domain.billing.Dispute;
import io.trafficgen.domain.billing.Lot;
import io.trafficgen.domain.billing.LotId;
import io.trafficgen.domain.billing.LotKind;
import io.trafficgen.domain.billing.PaymentFile;
import io.trafficgen.domain.billing.PaymentStatus;
import io.trafficgen.domain.billing.ReceivedPayment;
import io.trafficgen.domain.billing.Wallet;
import io.trafficgen.domain.money.Money;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Payments that arrived before a test. */
final class TestPayments {
  static final WebhookEvent EVENT =
      new WebhookEvent(
          new UUID(1, 1),
          "standard",
          "msg_1",
          "{\"type\":\"payment.completed\"} \u20ac \u0000".getBytes(StandardCharsets.UTF_8),
          TestHouse.START);

  private TestPayments() {}

  /**
   * Of nobody known.
   *
   * @param euros empty for 10.00 dollars
   */
  static PaymentFile parked(String id, Optional<String> euros) {
    return new PaymentFile(
        new ReceivedPayment(
            uuid(id),
            "standard",
            id,
            euros.map(Money::parse),
            euros.map(amount -> amount + " EUR").orElse("10.00 USD"),
            PaymentStatus.PARKED,
            Optional.of("nobody is known to have made this payment"),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Money.ZERO,
            false,
            1,
            EVENT.id(),
            TestHouse.START),
        Optional.empty(),
        List.of(),
        List.of(),
        List.of());
  }

  /** Credited 500.00 EUR whose lot is whole, with commission and a dispute that was won. */
  static PaymentFile credited(String id, AccountId account, AccountId referrer) {
    Money amount = Money.parse("500.00");
    Lot lot =
        Lot.granted(
            new LotId(uuid("lot of " + id)),
            LotKind.PAID,
            amount,
            Money.ofMicros(400),
            1,
            TestHouse.START);
    UUID row = uuid("row of " + id);
    return new PaymentFile(
        new ReceivedPayment(
            uuid(id),
            "standard",
            id,
            Optional.of(amount),
            "500.00 EUR",
            PaymentStatus.CREDITED,
            Optional.empty(),
            Optional.of(account),
            Optional.of(lot.id()),
            Optional.of(row),
            Money.ZERO,
            false,
            1,
            EVENT.id(),
            TestHouse.START.plusMillis(1)),
        Optional.of(
            new Wallet(
                account,
                Optional.of(referrer),
                Optional.empty(),
                Money.ZERO,
                Money.ZERO,
                List.of(lot))),
        List.of(),
        List.of(new Dispute("dp_1", false)),
        List.of(
            Earning.pending(
                uuid("commission on " + id),
                referrer,
                account,
                uuid(id),
                row,
                Money.parse("100.00"),
                CommissionRule.standard(),
                TestHouse.START)));
  }

  private static UUID uuid(String name) {
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
  }
}
