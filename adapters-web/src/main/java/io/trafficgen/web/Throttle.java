package io.trafficgen.web;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.trafficgen.domain.account.Account;
import io.trafficgen.web.security.AddressLiterals;
import io.trafficgen.web.security.RateLimits;
import io.trafficgen.web.security.RateLimits.Limit;
import io.trafficgen.web.security.RateLimits.Standing;
import io.trafficgen.web.security.ThrottledException;
import io.trafficgen.web.security.TrustedProxies;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Counts requests by who sends them, and turns down who sends too many (security page, 5.1). */
final class Throttle {
  private static final String API = "/api/";
  private static final String AUTH = "/api/auth/";
  private static final String WEBHOOKS = "/api/webhooks/";
  private static final String PROJECTS = "/projects";
  private static final String HEALTH = "/health/";

  /** One account may name as many hosts under a domain as it likes. */
  private static final Pattern VERIFY = Pattern.compile("/api/sites/[^/]+/verify/?");

  /** They show a secret that cannot be guessed. */
  private static final Set<String> NO_GUESSING = Set.of(AUTH + "refresh", AUTH + "logout");

  /** What one household or one customer of a provider gets. */
  private static final int IPV6_SITE_BYTES = 8;

  private final RateLimits limits;
  private final TrustedProxies proxies;
  private final Access access;

  Throttle(RateLimits limits, TrustedProxies proxies, Access access) {
    this.limits = limits;
    this.proxies = proxies;
    this.access = access;
  }

  /** Counts a request; health must answer always, and deliveries are counted when refused. */
  void admit(Context ctx) {
    String path = ctx.path();
    if (path.startsWith(HEALTH) || path.startsWith(WEBHOOKS)) {
      return;
    }
    if (path.startsWith(AUTH) && !NO_GUESSING.contains(path)) {
      take(ctx, Limit.SIGN_IN, address(ctx));
      return;
    }
    Optional<Account> caller =
        path.startsWith(API) || path.startsWith(PROJECTS) ? access.greet(ctx) : Optional.empty();
    if (caller.isPresent()) {
      String account = caller.get().id().toString();
      take(ctx, Limit.ACCOUNT, account);
      if (ctx.method().equals(HandlerType.POST) && VERIFY.matcher(path).matches()) {
        take(ctx, Limit.PROOF, account);
      }
    } else {
      take(ctx, Limit.ADDRESS, address(ctx));
    }
  }

  /** Counts a delivery whose signature is wrong. */
  void countForgery(Context ctx) {
    take(ctx, Limit.SIGNATURE, address(ctx));
  }

  private void take(Context ctx, Limit limit, String whose) {
    Standing standing = limits.take(limit, whose);
    ctx.header("RateLimit-Policy", standing.policy());
    ctx.header("RateLimit", standing.current());
    if (!standing.admitted()) {
      throw new ThrottledException("too many requests; slow down", standing.retryAfter());
    }
  }

  /** Who calls, behind the proxies that may tell. */
  InetAddress client(Context ctx) {
    InetAddress socket =
        AddressLiterals.find(ctx.req().getRemoteAddr())
            .orElseThrow(() -> new IllegalStateException("a socket has an address"));
    return proxies.client(socket, Collections.list(ctx.req().getHeaders("X-Forwarded-For")));
  }

  private String address(Context ctx) {
    InetAddress client = client(ctx);
    byte[] bytes = client.getAddress();
    return HexFormat.of()
        .formatHex(client instanceof Inet6Address ? Arrays.copyOf(bytes, IPV6_SITE_BYTES) : bytes);
  }
}
