package io.trafficgen.application.account;

import io.trafficgen.application.ConflictException;
import io.trafficgen.application.audit.AuditTrail;
import io.trafficgen.application.port.SecondFactor;
import io.trafficgen.application.port.SecondFactors;
import io.trafficgen.domain.account.AccountId;
import io.trafficgen.domain.audit.Actor;
import io.trafficgen.domain.audit.AuditAction;
import io.trafficgen.domain.audit.AuditEntry;

/** Asks for one-time codes no more; a last one proves that it is the owner's wish. */
public final class TurnOffSecondFactor {
  private final SecondFactors factors;
  private final CodeChecks codes;
  private final AuditTrail trail;

  public TurnOffSecondFactor(SecondFactors factors, CodeChecks codes, AuditTrail trail) {
    this.factors = factors;
    this.codes = codes;
    this.trail = trail;
  }

  /**
   * @throws io.trafficgen.application.WrongSecretException if the code is wrong
   * @throws ConflictException if the account has no second factor
   */
  public void turnOff(AccountId account, String code, String address) {
    SecondFactor factor =
        factors
            .find(account)
            .filter(SecondFactor::on)
            .orElseThrow(() -> new ConflictException("one-time codes are not on"));
    AuditEntry entry =
        trail.entry(
            Actor.of(account, address), AuditAction.TOTP_OFF, AuditEntry.subject(account), "");
    codes.require(account, factor, code, step -> factors.turnOff(account, step, entry));
  }
}
