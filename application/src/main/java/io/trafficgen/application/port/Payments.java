package io.trafficgen.application.port;

import io.trafficgen.domain.Page;
import io.trafficgen.domain.PageRequest;
import io.trafficgen.domain.account.AccountId;
import io.trafficgen.domain.billing.Journal;
import io.trafficgen.domain.billing.PaymentFile;
import io.trafficgen.domain.billing.PaymentStatus;
import io.trafficgen.domain.billing.Posting;
import io.trafficgen.domain.billing.ReceivedPayment;
import io.trafficgen.domain.billing.Wallet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Payments that arrived, and what became of them; each is known once (3.5, I7). */
public interface Payments {
  /**
   * Stores a payment that nobody is known to have made, and parks its event.
   *
   * @param posting books the money as unmatched
   * @return false if the payment was known; nothing is changed then
   */
  boolean park(ReceivedPayment payment, Posting posting);

  /** Our identity of a provider's payment. */
  Optional<UUID> find(String provider, String providerId);

  /** All about a payment, at one moment. */
  Optional<PaymentFile> find(UUID payment);

  /** The bookings about a payment or a payout, oldest first. */
  List<Journal> journals(UUID subject);

  /**
   * @param status empty for all
   */
  Page<ReceivedPayment> list(Optional<PaymentStatus> status, PageRequest request);

  /**
   * Does what the rule says of the payment and all that hangs on it, locked.
   *
   * @return empty if there is no such payment
   */
  <R> Optional<R> decide(UUID payment, Function<PaymentFile, PaymentDecision<R>> rule);

  /**
   * As {@link #decide}, of the payment and the wallet of an account that it may become credited to.
   *
   * @return empty if there is no such payment or account
   */
  <R> Optional<R> decideFor(
      UUID payment, AccountId account, BiFunction<PaymentFile, Wallet, PaymentDecision<R>> rule);
}
