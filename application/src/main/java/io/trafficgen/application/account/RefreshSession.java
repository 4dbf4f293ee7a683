package io.trafficgen.application.account;

import io.trafficgen.application.port.Sessions;
import java.time.InstantSource;
import java.util.Optional;

/** Exchanges a refresh token for the next one. */
public final class RefreshSession {
  private final Sessions sessions;
  private final OpaqueTokens tokens;
  private final InstantSource clock;

  public RefreshSession(Sessions sessions, OpaqueTokens tokens, InstantSource clock) {
    this.sessions = sessions;
    this.tokens = tokens;
    this.clock = clock;
  }

  /** Empty if the token is unknown, used or too old; a used one ends its session. */
  public Optional<OpenSession> refresh(String refreshToken) {
    String next = tokens.fresh();
    return sessions
        .rotate(tokens.hash(refreshToken), tokens.hash(next), clock.instant())
        .map(session -> new OpenSession(session, next));
  }
}
