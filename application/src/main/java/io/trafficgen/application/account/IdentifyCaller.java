package io.trafficgen.application.account;

import io.trafficgen.application.port.Sessions;
import io.trafficgen.domain.account.Account;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;

/** Tells whose session a call belongs to; role and balance are read afresh. */
public final class IdentifyCaller {
  private final Sessions sessions;
  private final InstantSource clock;

  public IdentifyCaller(Sessions sessions, InstantSource clock) {
    this.sessions = sessions;
    this.clock = clock;
  }

  public Optional<Account> identify(UUID session) {
    return sessions.account(session, clock.instant());
  }
}
