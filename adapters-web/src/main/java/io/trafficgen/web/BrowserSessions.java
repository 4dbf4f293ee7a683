package io.trafficgen.web;

import io.javalin.http.Context;
import io.trafficgen.web.security.CorsOrigins;
import io.trafficgen.web.security.SessionTokens;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Sessions of browsers, in a cookie that no script can read and no other site can send (security
 * page, 5.1). A cookie travels by itself, so whatever changes something must show that one of our
 * own pages asked for it.
 */
public final class BrowserSessions {
  static final String COOKIE = "__Host-trafficgen";

  /** As long as a session lives at most; the database says whether it still does. */
  private static final String LIFETIME = "2592000";

  private static final String ATTRIBUTES = "; Path=/; HttpOnly; Secure; SameSite=Strict; Max-Age=";
  private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");
  private static final List<String> LOOPBACK = List.of("localhost", "127.0.0.1", "[::1]");

  private final SessionTokens tokens;
  private final URI baseUrl;
  private final String origin;

  /**
   * @param baseUrl the public address of this server
   */
  public BrowserSessions(SessionTokens tokens, URI baseUrl) {
    this.tokens = tokens;
    this.baseUrl = baseUrl;
    this.origin = CorsOrigins.of(baseUrl);
  }

  /**
   * Refuses a sign-in that would send its cookie over a plain network, or that another site made.
   */
  void requireSafe(Context ctx) {
    if (!"https".equals(baseUrl.getScheme()) && !LOOPBACK.contains(baseUrl.getHost())) {
      throw RefusedException.forbidden(
          "browsers sign in by https, or on the server itself: TRAFFICGEN_BASE_URL is neither");
    }
    requireOwnPage(ctx);
  }

  void open(Context ctx, UUID session) {
    set(ctx, tokens.issueCookie(session), LIFETIME);
  }

  void close(Context ctx) {
    set(ctx, "", "0");
  }

  private static void set(Context ctx, String value, String lifetime) {
    ctx.res().addHeader("Set-Cookie", COOKIE + "=" + value + ATTRIBUTES + lifetime);
  }

  /** The session that the request's cookie names. */
  Optional<UUID> session(Context ctx) {
    Optional<UUID> session = Optional.ofNullable(ctx.cookie(COOKIE)).flatMap(tokens::cookieSession);
    if (session.isPresent() && !SAFE.contains(ctx.method().name())) {
      requireOwnPage(ctx);
    }
    return session;
  }

  /** A form of another site sends neither JSON nor our origin. */
  private void requireOwnPage(Context ctx) {
    Optional<String> from = Optional.ofNullable(ctx.header("Origin"));
    boolean own =
        from.map(origin::equals)
            .orElseGet(() -> "same-origin".equals(ctx.header("Sec-Fetch-Site")));
    if (!own) {
      throw RefusedException.forbidden(
          "a cookie counts only on pages of " + origin + ": open the console there");
    }
    boolean body = ctx.contentLength() > 0 || ctx.header("Transfer-Encoding") != null;
    if (body && Requests.mediaType(ctx).filter(Requests::isJson).isEmpty()) {
      throw RefusedException.forbidden("a request with a cookie carries application/json");
    }
  }
}
