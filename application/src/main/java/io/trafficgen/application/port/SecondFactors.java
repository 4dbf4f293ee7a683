package io.trafficgen.application.port;

import io.trafficgen.domain.account.AccountId;
import io.trafficgen.domain.account.TotpSecret;
import io.trafficgen.domain.audit.AuditEntry;
import java.util.Optional;

/** Secrets of one-time passwords; kept so that a stolen dump does not open accounts. */
public interface SecondFactors {
  /** Keeps a secret to be confirmed, instead of an earlier one; false if the factor is on. */
  boolean offer(AccountId account, TotpSecret secret);

  Optional<SecondFactor> find(AccountId account);

  /** Uses a step of the factor that is on; false if it, or a later one, was used before. */
  boolean use(AccountId account, long step);

  /** Turns the offered factor on, using a step of it; false as {@link #use}, or if it is on. */
  boolean turnOn(AccountId account, long step, AuditEntry entry);

  /** Forgets the factor, using a step of it; false as {@link #use}. */
  boolean turnOff(AccountId account, long step, AuditEntry entry);
}
