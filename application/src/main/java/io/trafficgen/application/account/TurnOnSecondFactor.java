package io.trafficgen.application.account;

import io.trafficgen.application.ConflictException;
import io.trafficgen.application.audit.AuditTrail;
import io.trafficgen.application.port.SecondFactor;
import io.trafficgen.application.port.SecondFactors;
import io.trafficgen.domain.account.AccountId;
import io.trafficgen.domain.audit.Actor;
import io.trafficgen.domain.audit.AuditAction;
import io.trafficgen.domain.audit.AuditEntry;

/** Asks for one-time codes from now on; the first one proves that its owner can make them. */
public final class TurnOnSecondFactor {
  private final SecondFactors factors;
  private final CodeChecks codes;
  private final AuditTrail trail;

  public TurnOnSecondFactor(SecondFactors factors, CodeChecks codes, AuditTrail trail) {
    this.factors = factors;
    this.codes = codes;
    this.trail = trail;
  }

  /**
   * @throws io.trafficgen.application.WrongSecretException if the code is wrong
   * @throws ConflictException if no secret waits to be confirmed
   */
  public void turnOn(AccountId account, String code, String address) {
    SecondFactor factor =
        factors
            .find(account)
            .filter(offered -> !offered.on())
            .orElseThrow(
                () -> new ConflictException("no secret waits for a code: ask for a new one first"));
    AuditEntry entry =
        trail.entry(
            Actor.of(account, address), AuditAction.TOTP_ON, AuditEntry.subject(account), "");
    codes.require(account, factor, code, step -> factors.turnOn(account, step, entry));
  }
}
