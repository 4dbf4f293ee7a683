package io.trafficgen.web;

import io.javalin.http.Context;
import io.javalin.router.Endpoint;
import java.util.ArrayList;
import java.util.List;

/** What the server is told of the routes: aliases and the check of Accept are added here. */
final class RouteTable {
  private static final String PROJECTS = "/api/projects";
  private static final int PREFIX = "/api".length();

  private RouteTable() {}

  /** {@code /projects…} answers as {@code /api/projects…}: the plan writes both. */
  static List<Endpoint> of(List<RouteGroup> groups) {
    List<Endpoint> endpoints = new ArrayList<>();
    for (RouteGroup group : groups) {
      for (Route route : group.routes()) {
        endpoints.add(endpoint(route, route.path()));
        if (route.path().startsWith(PROJECTS)) {
          endpoints.add(endpoint(route, route.path().substring(PREFIX)));
        }
      }
    }
    return endpoints;
  }

  private static Endpoint endpoint(Route route, String path) {
    return Endpoint.create(route.method(), path)
        .handler(ctx -> {
          requireAcceptable(ctx, route.produces());
          route.handler().handle(ctx);
        });
  }

  private static void requireAcceptable(Context ctx, String type) {
    String accept = ctx.header("Accept");
    if (accept != null && !accept.isBlank() && !RequestChecks.accepts(accept, type)) {
      throw RefusedException.notAcceptable(type);
    }
  }
}
