package io.trafficgen.web;

import static java.util.stream.Collectors.joining;

import io.javalin.http.HandlerType;
import io.javalin.router.Endpoint;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the server is told of the routes; aliases, HEAD and OPTIONS are added here. */
final class RouteTable {
  private static final String PROJECTS = "/api/projects";
  private static final int PREFIX = "/api".length();
  private static final Pattern PARAMETER = Pattern.compile("\\{[^}]*}");

  private final List<Endpoint> endpoints = new ArrayList<>();
  private final Map<String, Path> paths = new LinkedHashMap<>();

  /** Methods of paths without parameters: most requests need no look at all the forms. */
  private final Map<String, Set<String>> plain = new HashMap<>();

  private record Path(Pattern form, Set<String> methods) {}

  private RouteTable() {}

  /**
   * {@code /projects…} answers as {@code /api/projects…}: the plan writes both.
   *
   * @param guard puts around each route what no route thinks of
   */
  static RouteTable of(List<RouteGroup> groups, UnaryOperator<Route> guard) {
    RouteTable table = new RouteTable();
    groups.stream()
        .flatMap(group -> group.routes().stream())
        .map(guard)
        .forEach(route -> {
          table.add(route, route.path());
          if (route.path().startsWith(PROJECTS)) {
            table.add(route, route.path().substring(PREFIX));
          }
        });
    table.paths.keySet().stream()
        .filter(path -> !PARAMETER.matcher(path).find())
        .forEach(path -> table.plain.put(path, table.matching(path)));
    return table;
  }

  private void add(Route route, String path) {
    add(route.method(), path, route);
    if (route.method().equals(HandlerType.GET) && !route.isStream()) {
      // The server sends what GET would, without the body (RFC 9110, 9.3.2).
      add(HandlerType.HEAD, path, route);
    }
  }

  private void add(HandlerType method, String path, Route route) {
    endpoints.add(Endpoint.create(method, path).handler(route.handler()));
    paths
        .computeIfAbsent(path, first -> new Path(form(path), new TreeSet<>(Set.of("OPTIONS"))))
        .methods()
        .add(method.name());
  }

  private static Pattern form(String path) {
    String literal =
        Stream.of(PARAMETER.split(path, -1)).map(Pattern::quote).collect(joining("[^/]+"));
    return Pattern.compile(literal + "/?");
  }

  List<Endpoint> endpoints() {
    return endpoints;
  }

  /** Methods that a path of a request has; none if there is no such path. */
  Set<String> methods(String path) {
    return Optional.ofNullable(plain.get(path)).orElseGet(() -> matching(path));
  }

  private Set<String> matching(String path) {
    return paths.values().stream()
        .filter(known -> known.form().matcher(path).matches())
        .flatMap(known -> known.methods().stream())
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
