package io.trafficgen.web;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.trafficgen.application.affiliate.FollowLink;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** Affiliates' links: on to the sign-up, with a first-party cookie that is read there alone. */
public final class ReferralRoutes implements RouteGroup {
  static final String COOKIE = "tg_ref";

  /** 30 days (billing page, 3.4). */
  private static final String ATTRIBUTES = "; Path=/; HttpOnly; SameSite=Lax; Max-Age=2592000";

  private final FollowLink follow;
  private final URI signUp;
  private final String attributes;

  /**
   * @param signUp where links lead
   * @param https whether our public address is
   */
  public ReferralRoutes(FollowLink follow, URI signUp, boolean https) {
    this.follow = follow;
    this.signUp = signUp;
    this.attributes = https ? ATTRIBUTES + "; Secure" : ATTRIBUTES;
  }

  @Override
  public List<Route> routes() {
    return List.of(Route.get("/r/{code}", "text/html", this::follow));
  }

  /** The code that the first link left with this browser. */
  static Optional<String> followed(Context ctx) {
    return Optional.ofNullable(ctx.cookie(COOKIE));
  }

  private void follow(Context ctx) {
    follow
        .follow(
            ctx.pathParam("code"),
            followed(ctx),
            Optional.ofNullable(ctx.header("User-Agent")),
            Requests.address(ctx),
            ctx.method().equals(HandlerType.GET))
        .ifPresent(
            code -> ctx.res().addHeader("Set-Cookie", COOKIE + "=" + code.value() + attributes));
    ctx.header("Cache-Control", "no-store").header("Location", signUp.toString()).status(302);
  }
}
