package io.trafficgen.web;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import io.trafficgen.web.Route.Trait;
import java.util.Set;
import java.util.function.Supplier;

/** The way in: what every request passes, and what is put around every route. */
final class Gate {
  private static final String AUTH = "/api/auth/";
  private static final Set<HandlerType> WITH_BODY =
      Set.of(HandlerType.POST, HandlerType.PUT, HandlerType.PATCH, HandlerType.DELETE);

  private final Cors cors;
  private final Throttle throttle;
  private final Repeats repeats;
  private final Access access;

  Gate(Edge edge, Problems problems) {
    this.cors = new Cors(edge.origins());
    this.throttle = new Throttle(edge.limits(), edge.proxies(), edge.access());
    this.access = edge.access();
    this.repeats = new Repeats(edge.once(), access, problems);
  }

  /**
   * Lets a request in, or throws.
   *
   * @param table which methods a path has
   */
  void admit(Context ctx, RouteTable table) {
    RequestChecks.check(ctx);
    Supplier<String> address = () -> throttle.client(ctx).getHostAddress();
    ctx.attribute(Requests.ADDRESS, address);
    Set<String> methods = table.methods(ctx.path());
    if (!methods.isEmpty() && ctx.method().equals(HandlerType.OPTIONS)) {
      String allowed = String.join(", ", methods);
      cors.answerPreflight(ctx, allowed);
      ctx.header("Allow", allowed).status(204).skipRemainingHandlers();
      return;
    }
    if (!methods.isEmpty() && !methods.contains(ctx.method().name())) {
      throw RefusedException.wrongMethod(String.join(", ", methods));
    }
    throttle.admit(ctx);
  }

  /** Marks the answer, whatever it will be. */
  void mark(Context ctx) {
    cors.mark(ctx);
  }

  /** The route with its guards around it. */
  Route guard(Route route) {
    Handler handler = route.handler();
    if (route.has(Trait.SIGNED)) {
      handler = countingForgeries(handler);
    } else if (isRepeatable(route)) {
      handler = repeats.guard(handler);
    }
    if (WITH_BODY.contains(route.method())) {
      handler = afterBody(handler);
    }
    return route.with(
        route.has(Trait.NEGOTIATED) ? handler : acceptable(route.produces(), handler));
  }

  /**
   * A body may come as slowly as its sender likes. Who was turned out meanwhile must not be let in
   * by it, so callers with one are asked for again once it is here.
   */
  private Handler afterBody(Handler handler) {
    return ctx -> {
      if (access.hasGreeted(ctx) && Requests.bodyAhead(ctx).length > 0) {
        access.forgetGreeting(ctx);
      }
      handler.handle(ctx);
    };
  }

  /** Writing calls of signed-in callers, unless the answer may not be stored. */
  private static boolean isRepeatable(Route route) {
    return route.method().equals(HandlerType.POST)
        && !route.path().startsWith(AUTH)
        && !route.has(Trait.SECRET);
  }

  private Handler countingForgeries(Handler handler) {
    return ctx -> {
      try {
        handler.handle(ctx);
      } catch (RefusedException refused) {
        throttle.countForgery(ctx);
        throw refused;
      }
    };
  }

  private static Handler acceptable(String type, Handler handler) {
    return ctx -> {
      String accept = ctx.header("Accept");
      if (accept != null && !accept.isBlank() && !RequestChecks.accepts(accept, type)) {
        throw RefusedException.notAcceptable(type);
      }
      handler.handle(ctx);
    };
  }
}
