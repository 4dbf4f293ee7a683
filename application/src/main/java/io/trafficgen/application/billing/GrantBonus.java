package io.trafficgen.application.billing;

import io.trafficgen.application.audit.AuditTrail;
import io.trafficgen.application.port.Ledger;
import io.trafficgen.domain.account.AccountId;
import io.trafficgen.domain.audit.Actor;
import io.trafficgen.domain.audit.AuditAction;
import io.trafficgen.domain.audit.AuditEntry;
import io.trafficgen.domain.billing.Bonus;
import io.trafficgen.domain.billing.LedgerAccount;
import io.trafficgen.domain.money.Money;

/** Gives an account money that nobody paid, for a reason that its statement shows. */
public final class GrantBonus {
  private final Ledger ledger;
  private final Crediting crediting;
  private final AuditTrail trail;

  public GrantBonus(Ledger ledger, Crediting crediting, AuditTrail trail) {
    this.ledger = ledger;
    this.crediting = crediting;
    this.trail = trail;
  }

  /** False if there is no such account. */
  public boolean grant(AccountId account, Money amount, String reason, Actor actor) {
    return ledger.post(
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
  }
}
