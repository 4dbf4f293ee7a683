package io.trafficgen.web;

import io.javalin.http.Context;
import io.trafficgen.application.account.IdentifyCaller;
import io.trafficgen.application.account.IdentifyKeyHolder;
import io.trafficgen.domain.account.Account;
import io.trafficgen.web.security.SessionTokens;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * Who calls: an API key names its account; else the token names a session, the database says
 * whether it lives and whose it is. Nothing else in a token is believed.
 */
public final class Access {
  private static final String SCHEME = "bearer ";

  private final SessionTokens tokens;
  private final IdentifyCaller identify;
  private final IdentifyKeyHolder identifyKey;
  private final boolean strictAdmins;

  /**
   * @param strictAdmins whether admins without a second factor are turned away
   */
  public Access(
      SessionTokens tokens,
      IdentifyCaller identify,
      IdentifyKeyHolder identifyKey,
      boolean strictAdmins) {
    this.tokens = tokens;
    this.identify = identify;
    this.identifyKey = identifyKey;
    this.strictAdmins = strictAdmins;
  }

  /** The account that is signed in, or whose API key came along. */
  Account caller(Context ctx) {
    Optional<String> key = key(ctx);
    return key.isEmpty()
        ? signedIn(ctx)
        : identifyKey
            .identify(key.get())
            .orElseThrow(() -> RefusedException.unauthorized("the API key is unknown or revoked"));
  }

  /** The account that is signed in; for what no API key may do. */
  Account signedIn(Context ctx) {
    if (key(ctx).isPresent()) {
      throw RefusedException.forbidden("no API key may do this: sign in and send a Bearer token");
    }
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
    if (strictAdmins && !caller.hasSecondFactor()) {
      throw RefusedException.forbidden(
          "admins need one-time codes here: POST /api/users/me/totp gives a secret, put it into an"
              + " authenticator and POST a code of it to /api/users/me/totp/confirm");
    }
    return caller;
  }

  /** Looked at where no token came along. */
  private static Optional<String> key(Context ctx) {
    return ctx.header("Authorization") == null
        ? Optional.ofNullable(ctx.header("X-API-Key")).map(String::strip)
        : Optional.empty();
  }

  /** The session that a genuine token names, alive or not. */
  UUID session(Context ctx) {
    return Optional.ofNullable(ctx.header("Authorization"))
        .filter(header -> header.toLowerCase(Locale.ROOT).startsWith(SCHEME))
        .map(header -> header.substring(SCHEME.length()).strip())
        .flatMap(tokens::session)
        .orElseThrow(() ->
            RefusedException.unauthorized(
                "send Authorization: Bearer and an access_token, or X-API-Key"));
  }
}
