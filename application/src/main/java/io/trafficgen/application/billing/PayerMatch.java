package io.trafficgen.application.billing;

import io.trafficgen.application.port.Accounts;
import io.trafficgen.application.port.PaymentHints;
import io.trafficgen.application.port.TopUps;
import io.trafficgen.domain.InvalidValueException;
import io.trafficgen.domain.account.Account;
import io.trafficgen.domain.account.AccountId;
import io.trafficgen.domain.account.Email;
import io.trafficgen.domain.billing.TopUp;
import io.trafficgen.domain.billing.TopUpReference;
import java.util.Optional;

/**
 * Finds out who made a payment (3.3): by the intent that it names, by the account that its metadata
 * name, by an e-mail that exactly one account confirmed.
 */
final class PayerMatch {
  private final TopUps topUps;
  private final Accounts accounts;

  PayerMatch(TopUps topUps, Accounts accounts) {
    this.topUps = topUps;
    this.accounts = accounts;
  }

  /**
   * @param account may not exist, where the metadata alone name it
   * @param topUp the intent that was answered
   */
  record Payer(AccountId account, Optional<TopUp> topUp) {}

  Optional<Payer> of(PaymentHints hints) {
    return topUp(hints)
        .map(intent -> new Payer(intent.account(), Optional.of(intent)))
        .or(() -> hints.user().map(id -> new Payer(new AccountId(id), Optional.empty())))
        .or(() -> byEmail(hints));
  }

  Optional<TopUp> topUp(PaymentHints hints) {
    return hints
        .intent()
        .flatMap(topUps::find)
        .or(() -> hints.reference().flatMap(TopUpReference::find).flatMap(topUps::find));
  }

  /** As {@link #of}, where the account named by the metadata is none. */
  Optional<Payer> byEmail(PaymentHints hints) {
    return hints
        .email()
        .flatMap(this::confirmed)
        .map(account -> new Payer(account.id(), Optional.empty()));
  }

  /** Why commission on the account's payment is held: its referrer has paid it, by the e-mail. */
  Optional<String> doubt(PaymentHints hints, AccountId account) {
    return hints
        .email()
        .flatMap(PayerMatch::address)
        .map(Email::mailbox)
        .filter(payer ->
            accounts
                .find(account)
                .flatMap(Account::referredBy)
                .flatMap(accounts::find)
                .filter(referrer -> referrer.email().mailbox().equals(payer))
                .isPresent())
        .map(same -> "the payer's e-mail is the referrer's");
  }

  private Optional<Account> confirmed(String email) {
    return address(email).flatMap(accounts::findByConfirmedEmail);
  }

  private static Optional<Email> address(String email) {
    try {
      return Optional.of(Email.parse(email));
    } catch (InvalidValueException notAnAddress) {
      return Optional.empty();
    }
  }
}
