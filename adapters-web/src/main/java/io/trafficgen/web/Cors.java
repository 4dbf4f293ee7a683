package io.trafficgen.web;

import io.javalin.http.Context;
import io.trafficgen.web.security.CorsOrigins;

/**
 * Lets pages of listed origins call the API (WHATWG Fetch, 3.2). Credentials are never allowed:
 * other origins send tokens or keys, our cookie stays at home.
 */
final class Cors {
  private static final String REQUEST_HEADERS =
      "Authorization, Content-Type, If-Match, Idempotency-Key, X-API-Key, Last-Event-ID";
  private static final String ANSWER_HEADERS =
      "ETag, Location, RateLimit, RateLimit-Policy, Retry-After";

  /** Two hours: browsers keep it no longer. */
  private static final String MAX_AGE = "7200";

  private final CorsOrigins listed;

  Cors(CorsOrigins listed) {
    this.listed = listed;
  }

  /** Marks an answer, good or bad, for the page that asked. */
  void mark(Context ctx) {
    if (listed.origins().isEmpty()) {
      return;
    }
    ctx.header("Vary", "Origin");
    if (isListed(ctx)) {
      ctx.header("Access-Control-Allow-Origin", String.valueOf(ctx.header("Origin")));
      ctx.header("Access-Control-Expose-Headers", ANSWER_HEADERS);
    }
  }

  /** Says what a page may send. */
  void answerPreflight(Context ctx, String methods) {
    if (isListed(ctx) && ctx.header("Access-Control-Request-Method") != null) {
      ctx.header("Access-Control-Allow-Methods", methods);
      ctx.header("Access-Control-Allow-Headers", REQUEST_HEADERS);
      ctx.header("Access-Control-Max-Age", MAX_AGE);
    }
  }

  private boolean isListed(Context ctx) {
    String origin = ctx.header("Origin");
    return origin != null && listed.origins().contains(origin);
  }
}
