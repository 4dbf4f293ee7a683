package io.trafficgen.application.account;

import io.trafficgen.application.port.MailedTokens;
import io.trafficgen.domain.account.Account;
import java.time.InstantSource;
import java.util.Optional;

/** Believes that an e-mail belongs to an account: its owner shows what was mailed there. */
public final class ConfirmEmail {
  private final MailedTokens mailed;
  private final InstantSource clock;

  public ConfirmEmail(MailedTokens mailed, InstantSource clock) {
    this.mailed = mailed;
    this.clock = clock;
  }

  /** The account; empty if the token is unknown, used, replaced or too old. */
  public Optional<Account> confirm(String token) {
    return mailed.confirmEmail(OpaqueTokens.sha256(token), clock.instant());
  }
}
