package io.trafficgen.application.billing;

import io.trafficgen.application.NotAllowedException;
import io.trafficgen.application.audit.AuditTrail;
import io.trafficgen.application.port.Accounts;
import io.trafficgen.application.port.Ledger;
import io.trafficgen.domain.account.Account;
import io.trafficgen.domain.account.AccountId;
import io.trafficgen.domain.audit.Actor;
import io.trafficgen.domain.audit.AuditAction;
import io.trafficgen.domain.audit.AuditEntry;
import io.trafficgen.domain.billing.Bonus;
import io.trafficgen.domain.billing.LedgerAccount;
import io.trafficgen.domain.billing.PurchaseLimits;
import io.trafficgen.domain.money.Money;
import java.util.Optional;

/** Gives an account money that nobody paid, for a reason that its statement shows. */
public final class GrantBonus {
  private final Ledger ledger;
  private final Accounts accounts;
  private final Crediting crediting;
  private final PurchaseLimits limits;
  private final AuditTrail trail;

  public GrantBonus(
      Ledger ledger,
      Accounts accounts,
      Crediting crediting,
      PurchaseLimits limits,
      AuditTrail trail) {
    this.ledger = ledger;
    this.accounts = accounts;
    this.crediting = crediting;
    this.limits = limits;
    this.trail = trail;
  }

  /**
   * Grants it.
   *
   * @return the account as it is then; empty if there is none
   * @throws NotAllowedException above the maximum purchase
   */
  public Optional<Account> grant(AccountId account, Money amount, String reason, Actor actor) {
    if (limits.isAbove(amount)) {
      throw PricedQuote.aboveMaximum(limits, "/amount");
    }
    boolean granted =
        ledger.post(
            account,
            wallet ->
                Bonus.of(
                    wallet,
                    amount,
                    LedgerAccount.BONUS_EXPENSE,
                    reason,
                    crediting.prices().current(),
                    crediting.ids(),
                    crediting.now()),
            trail.entry(
                actor, AuditAction.BONUS_GRANTED, AuditEntry.subject(account), amount + " EUR"));
    return granted ? accounts.find(account) : Optional.empty();
  }
}
