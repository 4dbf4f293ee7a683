package io.trafficgen.domain.billing;

import io.trafficgen.domain.account.AccountId;
import io.trafficgen.domain.money.Money;
import java.util.List;
import java.util.Optional;

/**
 * What rules about money know of an account, locked while they decide.
 *
 * @param referrer who brought the account
 * @param referralDoubt why the referrer's commission is held at first; empty if it is not
 * @param spent all that was ever spent
 * @param debt owed after a reversal; while it lasts nothing is spent
 * @param lots as far as the rule needs them, in spend order
 */
public record Wallet(
    AccountId account,
    Optional<AccountId> referrer,
    Optional<String> referralDoubt,
    Money spent,
    Money debt,
    List<Lot> lots) {
  public Wallet {
    lots = List.copyOf(lots);
  }

  /** The wallet as a payment sees it that raises a doubt of its own. */
  public Wallet doubting(Optional<String> doubt) {
    return new Wallet(account, referrer, referralDoubt.or(() -> doubt), spent, debt, lots);
  }

  /** The wallet after {@code posting}, for a rule that decides about several things at once. */
  public Wallet after(Posting posting) {
    return new Wallet(
        account,
        referrer,
        referralDoubt,
        spent.plus(posting.spent()),
        debt.plus(posting.debt()),
        posting.applied(lots));
  }
}
