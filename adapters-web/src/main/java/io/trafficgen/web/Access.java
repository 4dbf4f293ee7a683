package io.trafficgen.web;

import io.javalin.http.Context;
import io.trafficgen.application.account.IdentifyCaller;
import io.trafficgen.application.account.IdentifyKeyHolder;
import io.trafficgen.domain.account.Account;
import io.trafficgen.web.security.SessionTokens;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Who calls: an API key names its account, a token or a cookie its session; the database says
 * whether that lives and whose it is. Nothing else in them is believed. A token wins over a key,
 * and both win over a cookie.
 */
public final class Access {
  private static final String SCHEME = "bearer ";
  private static final String GREETED = "caller";

  private final SessionTokens tokens;
  private final IdentifyCaller identify;
  private final IdentifyKeyHolder identifyKey;
  private final BrowserSessions browsers;
  private final boolean strictAdmins;

  /**
   * @param strictAdmins whether admins without a second factor are turned away
   */
  public Access(
      SessionTokens tokens,
      IdentifyCaller identify,
      IdentifyKeyHolder identifyKey,
      BrowserSessions browsers,
      boolean strictAdmins) {
    this.tokens = tokens;
    this.identify = identify;
    this.identifyKey = identifyKey;
    this.browsers = browsers;
    this.strictAdmins = strictAdmins;
  }

  /** Sessions in cookies. */
  BrowserSessions browsers() {
    return browsers;
  }

  /** Who calls, if anybody does; asked once, before any route. */
  Optional<Account> greet(Context ctx) {
    Optional<Account> caller = credential(ctx).flatMap(Supplier::get);
    caller.ifPresent(account -> ctx.attribute(GREETED, account));
    return caller;
  }

  /** Whether {@link #greet} found somebody whom no route has asked for yet. */
  boolean hasGreeted(Context ctx) {
    return ctx.attribute(GREETED) != null;
  }

  /** Forgets what {@link #greet} found: time has passed since. */
  void forgetGreeting(Context ctx) {
    ctx.attribute(GREETED, null);
  }

  /**
   * The account that is signed in, or whose API key came along. Only the first call takes what
   * {@link #greet} found: a route that asks again has changed something.
   */
  Account caller(Context ctx) {
    Account greeted = ctx.attribute(GREETED);
    if (greeted != null) {
      ctx.attribute(GREETED, null);
      return greeted;
    }
    return credential(ctx)
        .orElseThrow(Access::nobody)
        .get()
        .orElseThrow(() ->
            RefusedException.unauthorized(
                key(ctx).isPresent()
                    ? "the API key is unknown or revoked"
                    : "the session has ended: sign in again"));
  }

  /** The account that is signed in; for what no API key may do. */
  Account signedIn(Context ctx) {
    if (key(ctx).isPresent()) {
      throw RefusedException.forbidden("no API key may do this: sign in and send a Bearer token");
    }
    return caller(ctx);
  }

  /** The account that is signed in, which must be an admin's. */
  Account admin(Context ctx) {
    Account caller = caller(ctx);
    requireAdmin(caller);
    return caller;
  }

  void requireAdmin(Account caller) {
    if (!caller.isAdmin()) {
      throw RefusedException.forbidden("only an admin may do this");
    }
    if (strictAdmins && !caller.hasSecondFactor()) {
      throw RefusedException.forbidden(
          "admins need one-time codes here: POST /api/users/me/totp gives a secret, put it into an"
              + " authenticator and POST a code of it to /api/users/me/totp/confirm");
    }
  }

  /** The session that a genuine token or cookie names, alive or not. */
  UUID session(Context ctx) {
    return named(ctx).orElseThrow(Access::nobody);
  }

  /** Asks, each time, whose the credential of this request is; empty once it is good no more. */
  Optional<Supplier<Optional<Account>>> credential(Context ctx) {
    Optional<String> key = key(ctx);
    return key.isPresent()
        ? key.map(text -> () -> identifyKey.identify(text))
        : named(ctx).map(session -> () -> identify.identify(session));
  }

  private static Optional<String> key(Context ctx) {
    return ctx.header("Authorization") == null
        ? Optional.ofNullable(ctx.header("X-API-Key")).map(String::strip)
        : Optional.empty();
  }

  private Optional<UUID> named(Context ctx) {
    String header = ctx.header("Authorization");
    if (header == null) {
      return browsers.session(ctx);
    }
    return Optional.of(header)
        .filter(value -> value.toLowerCase(Locale.ROOT).startsWith(SCHEME))
        .map(value -> value.substring(SCHEME.length()).strip())
        .flatMap(tokens::session);
  }

  private static RefusedException nobody() {
    return RefusedException.unauthorized(
        "send Authorization: Bearer and an access_token, or X-API-Key");
  }
}
