package io.trafficgen.web;

import io.javalin.http.Context;
import io.trafficgen.application.account.IdentifyCaller;
import io.trafficgen.domain.account.Account;
import io.trafficgen.web.security.SessionTokens;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * Who calls: the token names a session, the database says whether it lives and whose it is. Nothing
 * else in a token is believed.
 */
public final class Access {
  private static final String SCHEME = "bearer ";

  private final SessionTokens tokens;
  private final IdentifyCaller identify;

  public Access(SessionTokens tokens, IdentifyCaller identify) {
    this.tokens = tokens;
    this.identify = identify;
  }

  /** The account that is signed in. */
  Account caller(Context ctx) {
    return identify
        .identify(session(ctx))
        .orElseThrow(() -> RefusedException.unauthorized("the session has ended: sign in again"));
  }

  /** The account that is signed in, which must be an admin's. */
  Account admin(Context ctx) {
    Account caller = caller(ctx);
    if (!caller.isAdmin()) {
      throw RefusedException.forbidden("only an admin may do this");
    }
    return caller;
  }

  /** The session that a genuine token names, alive or not. */
  UUID session(Context ctx) {
    return Optional.ofNullable(ctx.header("Authorization"))
        .filter(header -> header.toLowerCase(Locale.ROOT).startsWith(SCHEME))
        .map(header -> header.substring(SCHEME.length()).strip())
        .flatMap(tokens::session)
        .orElseThrow(
            () -> RefusedException.unauthorized("send Authorization: Bearer and an access_token"));
  }
}
