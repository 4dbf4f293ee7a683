package io.trafficgen.domain.billing;

import io.trafficgen.domain.account.AccountId;
import io.trafficgen.domain.money.Money;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A payment as it stands in our books.
 *
 * @param id our identity
 * @param providerId the provider's
 * @param amount in euros; empty where the provider's statement is no creditable amount
 * @param stated amount and currency as the provider wrote them
 * @param reason why it was parked
 * @param account whose money it is, once credited
 * @param lot what it bought
 * @param transaction its row of the statement
 * @param reversed what went back, of the amount
 * @param disputed whether the payer's bank disputes it
 * @param priceVersion the prices at receipt
 * @param event the inbox event that told of it
 */
public record ReceivedPayment(
    UUID id,
    String provider,
    String providerId,
    Optional<Money> amount,
    String stated,
    PaymentStatus status,
    Optional<String> reason,
    Optional<AccountId> account,
    Optional<LotId> lot,
    Optional<UUID> transaction,
    Money reversed,
    boolean disputed,
    int priceVersion,
    UUID event,
    Instant createdAt) {
  /** What did not go back; zero where the amount is not known. */
  public Money net() {
    return amount.orElse(Money.ZERO).minus(reversed);
  }

  /** The ledger's account of the provider's money. */
  public LedgerAccount clearing() {
    return LedgerAccount.clearing(provider);
  }

  public ReceivedPayment credited(Deposit deposit, AccountId to, Money amount) {
    return new ReceivedPayment(
        id,
        provider,
        providerId,
        Optional.of(amount),
        stated,
        PaymentStatus.CREDITED,
        reason,
        Optional.of(to),
        Optional.of(deposit.lot()),
        Optional.of(deposit.transaction()),
        reversed,
        disputed,
        priceVersion,
        event,
        createdAt);
  }

  public ReceivedPayment reversed(Money more) {
    return with(status, reversed.plus(more), disputed);
  }

  public ReceivedPayment disputed(boolean disputed) {
    return with(status, reversed, disputed);
  }

  public ReceivedPayment returned() {
    return with(PaymentStatus.RETURNED, reversed, disputed);
  }

  private ReceivedPayment with(PaymentStatus status, Money reversed, boolean disputed) {
    return new ReceivedPayment(
        id,
        provider,
        providerId,
        amount,
        stated,
        status,
        reason,
        account,
        lot,
        transaction,
        reversed,
        disputed,
        priceVersion,
        event,
        createdAt);
  }
}
