package io.trafficgen.web;

import io.javalin.http.Context;
import io.trafficgen.application.account.IdentifyCaller;
import io.trafficgen.domain.account.Account;
import io.trafficgen.web.security.SessionTokens;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Who calls: token and cookie name a session, the database says whether it lives and whose it is.
 * Nothing else in them is believed. A header wins over a cookie.
 */
public final class Access {
  private static final String SCHEME = "bearer ";
  private static final String GREETED = "caller";

  private final SessionTokens tokens;
  private final IdentifyCaller identify;
  private final BrowserSessions browsers;

  public Access(SessionTokens tokens, IdentifyCaller identify, BrowserSessions browsers) {
    this.tokens = tokens;
    this.identify = identify;
    this.browsers = browsers;
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

  /**
   * The account that is signed in. Only the first call takes what {@link #greet} found: a route
   * that asks again has changed something.
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
        .orElseThrow(() -> RefusedException.unauthorized("the session has ended: sign in again"));
  }

  /** The account that is signed in, which must be an admin's. */
  Account admin(Context ctx) {
    Account caller = caller(ctx);
    requireAdmin(caller);
    return caller;
  }

  static void requireAdmin(Account caller) {
    if (!caller.isAdmin()) {
      throw RefusedException.forbidden("only an admin may do this");
    }
  }

  /** The session that a genuine token or cookie names, alive or not. */
  UUID session(Context ctx) {
    return named(ctx).orElseThrow(Access::nobody);
  }

  /** Asks, each time, whose the credential of this request is; empty once it is good no more. */
  Optional<Supplier<Optional<Account>>> credential(Context ctx) {
    return named(ctx).map(session -> () -> identify.identify(session));
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
    return RefusedException.unauthorized("send Authorization: Bearer and an access_token");
  }
}
