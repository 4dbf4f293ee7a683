package io.trafficgen.application.account;

import io.trafficgen.application.port.Sessions;
import java.util.UUID;

/** Ends a session at once. */
public final class SignOut {
  private final Sessions sessions;

  public SignOut(Sessions sessions) {
    this.sessions = sessions;
  }

  public void signOut(UUID session) {
    sessions.close(session);
  }
}
