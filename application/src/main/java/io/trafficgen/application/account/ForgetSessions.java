package io.trafficgen.application.account;

import io.trafficgen.application.port.Sessions;
import java.time.InstantSource;

/** Deletes the sessions that nobody can use any more, so that signing in costs no room for ever. */
public final class ForgetSessions {
  private final Sessions sessions;
  private final InstantSource clock;

  public ForgetSessions(Sessions sessions, InstantSource clock) {
    this.sessions = sessions;
    this.clock = clock;
  }

  public void forget() {
    sessions.forget(clock.instant());
  }
}
